import type { GetServerSideProps } from 'next';
import { SignInProblemView } from '../components/views/sign-in-problem-view';
import type { SiteProps } from '../lib/pages/page-result';
import { loadSignInProblem, type SignInProblemProps } from '../lib/pages/sign-in-problem-page';

export default function SignInPage(props: SignInProblemProps) {
  return <SignInProblemView {...props} />;
}

/** Where signing in ends when it did not work. */
export const getServerSideProps: GetServerSideProps<SiteProps & SignInProblemProps> = async ({
  query,
  res,
}) => {
  res.setHeader('Cache-Control', 'private, no-store');
  res.setHeader('X-Robots-Tag', 'noindex');
  const { status, props } = loadSignInProblem(query);
  res.statusCode = status;
  return { props };
};
