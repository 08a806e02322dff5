/**
 * Shares runs of one piece of work between callers who must not see the past: a call never joins a
 * run that began before it, and all calls made during a run share the next one. However many ask at
 * once, at most two runs answer them.
 */
export function coalesce<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> | null = null;
  let waiting: Promise<Result> | null = null;

  function begin(): Promise<Result> {
    const run = work();
    running = run;
    const end = () => {
      if (running === run) running = null;
    };
    run.then(end, end);
    return run;
  }

  return () => {
    if (!running) return begin();
    waiting ??= running
      .catch(() => null)
      .then(() => {
        waiting = null;
        return begin();
      });
    return waiting;
  };
}
