import type { GetServerSideProps } from 'next';
import { SetupCreatedView } from '../../components/views/setup-created-view';
import { loadSetupCreatedPage, type SetupCreatedProps } from '../../lib/pages/setup-created-page';
import { SETUP_PATH } from '../../lib/paths';

export default function SetupCreatedPage(props: SetupCreatedProps) {
  return <SetupCreatedView {...props} />;
}

/** The one page with secrets on it: nobody keeps it, and nobody learns where it was. */
export const getServerSideProps: GetServerSideProps<SetupCreatedProps> = async (context) => {
  const { req: request, res: response, query } = context;
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Robots-Tag', 'noindex, noarchive');
  const props = await loadSetupCreatedPage({ request, response, query });
  if (!props) return { redirect: { destination: SETUP_PATH, permanent: false, basePath: false } };
  if (props.kind === 'failed') response.statusCode = props.reason === 'down' ? 502 : 400;
  return { props };
};
