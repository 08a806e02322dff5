/**
 * The two fonts to ask for before the style sheet does: the text is set in one, and every page has
 * something in the other. They are `optional`, so a slow line never waits for them.
 */
export const PRELOADED_FONTS = [
  '/fonts/newsreader-roman.e45e92a2.woff2',
  '/fonts/newsreader-italic.47ccd053.woff2',
];
