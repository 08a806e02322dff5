import type { NextPageContext } from 'next';
import { ErrorView } from '../components/views/error-view';

/** Next's last resort, where neither 404 nor 500 fits. */
export default function ErrorPage({ status }: { status: number }) {
  return <ErrorView kind={status === 404 ? 'not-found' : 'server'} />;
}

ErrorPage.getInitialProps = ({ res, err }: NextPageContext) => ({
  status: res?.statusCode ?? err?.statusCode ?? 500,
});
