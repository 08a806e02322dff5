/** Makes pages live; a reader who sees no change loads little of what that takes. */
import { type ComponentType, useEffect, useState } from 'react';
import { type Following, useLivePage } from '../lib/discussion/use-live-page';

/**
 * Makes a page that follows its changes while it is open, and says so when it is taken away.
 * @param View shows the page's newest props
 */
export function livePage<Props extends { revision: string }>(View: ComponentType<Props>) {
  return function LivePage(served: Props) {
    const { props, gone, following } = useLivePage(served);
    return (
      <>
        {gone ? <LateNotFound /> : <View {...props} />}
        {following && <LateFollower {...following} />}
      </>
    );
  };
}

/** Most readers leave before anything changes; the others load what asks for it then. */
export function LateFollower<Props extends { revision: string }>(following: Following<Props>) {
  const file = useLate(() => import('./page-follower'));
  return file && <file.PageFollower {...following} />;
}

/** Few readers see a page go. */
function LateNotFound() {
  const file = useLate(() => import('./views/error-view'));
  return file && <file.ErrorView kind="not-found" />;
}

/** A module of ours, once it is here; after a deploy it may be gone, and nothing comes. */
function useLate<Module>(load: () => Promise<Module>): Module | null {
  const [module, setModule] = useState<Module | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once, whatever the function is
  useEffect(() => {
    load().then(
      (loaded) => setModule(loaded),
      () => undefined,
    );
  }, []);
  return module;
}
