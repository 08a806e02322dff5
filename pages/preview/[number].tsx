import type { GetServerSideProps } from 'next';
import { LateFollower } from '../../components/live-page';
import { ExpiredPreviewView, PreviewView } from '../../components/views/preview-view';
import { useLivePage } from '../../lib/discussion/use-live-page';
import type { SiteProps } from '../../lib/pages/page-result';
import { loadPreviewPage } from '../../lib/pages/preview-page';
import type { PreviewProps } from '../../lib/preview/build-preview';

type Served =
  | ({ kind: 'preview' } & PreviewProps & { revision: string })
  | ({ kind: 'expired' } & SiteProps);

export default function PreviewPage(served: Served) {
  return served.kind === 'expired' ? <ExpiredPreviewView /> : <OpenPreview {...served} />;
}

function OpenPreview(served: PreviewProps & { revision: string }) {
  const { props, gone, following } = useLivePage(served, served.channel);
  return (
    <>
      <PreviewView {...props} gone={gone} />
      {following && <LateFollower {...following} />}
    </>
  );
}

/** Nobody keeps a preview: not browsers, not proxies, not search engines. */
export const getServerSideProps: GetServerSideProps<Served> = async ({ params, query, res }) => {
  res.setHeader('Cache-Control', 'private, no-store');
  res.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
  res.setHeader('Referrer-Policy', 'no-referrer');
  const result = await loadPreviewPage(String(params?.number), query.token, Date.now());
  if (result.kind === 'not-found') return { notFound: true };
  if (result.kind === 'moved') {
    return { redirect: { destination: result.path, permanent: false, basePath: false } };
  }
  if (result.kind === 'expired') {
    res.statusCode = 410;
    return { props: { kind: 'expired', ...result.props } };
  }
  return { props: { kind: 'preview', ...result.props } };
};
