import type { GetServerSideProps } from 'next';
import { SetupView } from '../../components/views/setup-view';
import { loadSetupPage, type SetupPageProps } from '../../lib/pages/setup-page';

export default function SetupPage(props: SetupPageProps) {
  return <SetupView {...props} />;
}

export const getServerSideProps: GetServerSideProps<SetupPageProps> = async (context) => {
  const { req: request, res: response, query } = context;
  response.setHeader('Cache-Control', 'private, no-store');
  return { props: await loadSetupPage({ request, response, query }) };
};
