/** How the blog names itself to GitHub, which answers nobody without a name. */
export const USER_AGENT = 'issuepress';
