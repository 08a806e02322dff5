import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { useLivePage } from '../lib/discussion/use-live-page';

/** Few readers see a page go; the others need not load what is shown then. */
const NotFound = dynamic(() =>
  import('./views/error-view').then(({ ErrorView }) => () => <ErrorView kind="not-found" />),
);

/**
 * Makes a page that follows its changes while it is open, and says so when it is taken away.
 * @param View shows the page's newest props
 */
export function livePage<Props extends { revision: string }>(View: ComponentType<Props>) {
  return function LivePage(served: Props) {
    const { props, gone } = useLivePage(served);
    return gone ? <NotFound /> : <View {...props} />;
  };
}
