/** The desk, for components that are loaded only where there is one. */
import { type Desk, useDesk as useAnyDesk } from '../discussion/desk';

/** For what is only shown to somebody who takes part. @throws Error anywhere else */
export function useDesk(): Desk {
  const desk = useAnyDesk();
  if (!desk) throw new Error('useDesk should be used where somebody takes part.');
  return desk;
}
