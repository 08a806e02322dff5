import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../../components/live-page';
import { PostView } from '../../../components/views/post-view';
import { loadStaticProps } from '../../../lib/pages/page-result';
import { loadPostPage, type PostPageProps } from '../../../lib/pages/post-page';

export default livePage<PostPageProps & { revision: string }>(PostView);

/** Posts are rendered when first asked for: a build with a thousand posts stays a minute's work. */
export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<PostPageProps> = (context) => {
  const number = String(context.params?.number);
  const slug = Array.isArray(context.params?.slug) ? context.params.slug : [];
  return loadStaticProps(context, ['post', number, ...slug], (isTold) =>
    loadPostPage(number, slug, isTold),
  );
};
