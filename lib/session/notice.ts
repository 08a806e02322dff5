/** A word for the page a reader returns to: a cookie of a minute, read by the page's scripts. */

export const NOTICE_COOKIE = 'issuepress-notice';

/** In seconds. */
export const NOTICE_LIFE = 60;
