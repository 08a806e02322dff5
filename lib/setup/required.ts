/** What the blog needs of GitHub: one list for the manifest, the checks and the guide. */

/** Permissions of the App without which the blog does not work. Metadata comes with every one. */
export const ESSENTIAL_PERMISSIONS = { issues: 'write', metadata: 'read' } as const;

/** With contents, authors put pictures into posts on the site: they are files of the repository. */
export const APP_PERMISSIONS = { contents: 'write', ...ESSENTIAL_PERMISSIONS } as const;

/** What the webhook has to tell. */
export const WEBHOOK_EVENTS = [
  'issues',
  'issue_comment',
  'label',
  'milestone',
  'repository',
] as const;

/** Without these nothing is live; the rest only keeps names and colours current. */
export const ESSENTIAL_EVENTS: readonly string[] = ['issues', 'issue_comment'];
