/** The one font worth asking for before the style sheet does: everything is set in it. */
export const PRELOADED_FONT = '/fonts/newsreader-roman.e45e92a2.woff2';
