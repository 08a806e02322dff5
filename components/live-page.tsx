import type { ComponentType } from 'react';
import { useLivePage } from '../lib/discussion/use-live-page';
import { ErrorView } from './views/error-view';

/**
 * Makes a page that follows its changes while it is open, and says so when it is taken away.
 * @param View shows the page's newest props
 */
export function livePage<Props extends { revision: string }>(View: ComponentType<Props>) {
  return function LivePage(served: Props) {
    const { props, gone } = useLivePage(served);
    return gone ? <ErrorView kind="not-found" /> : <View {...props} />;
  };
}
