/** The sender of this process. Kept on `globalThis`, because Next gives every route its own modules. */
import { createSender, type Sender } from './send-once';

declare global {
  var issuepressSender: Sender | undefined;
}

export function commentSender(): Sender {
  globalThis.issuepressSender ??= createSender();
  return globalThis.issuepressSender;
}
