/** Whether the browser remembers that somebody signed in here: see `hint.ts`, which knows whom. */
export function isSignedIn(): boolean {
  return /issuepress-viewer=/.test(document.cookie);
}
