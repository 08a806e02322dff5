/**
 * What a body is before anything parses it: well-formed text, and the features it could possibly use.
 * A feature whose characters do not occur is not even looked for, which is where much of the speed
 * comes from.
 */

export interface Features {
  emailAutolink: boolean;
  wwwAutolink: boolean;
  protocolAutolink: boolean;
  strikethrough: boolean;
  table: boolean;
  footnote: boolean;
  taskList: boolean;
  maths: boolean;
  /** Mentions, issue and commit references. */
  references: boolean;
  alerts: boolean;
  emoji: boolean;
}

/**
 * Makes any JavaScript string into text that every later step can hold: lone surrogates become
 * U+FFFD, and the two separators that JavaScript and JSON treat differently become newlines.
 */
export function cleanSource(body: string): string {
  return body.toWellFormed().replace(/\u2028|\u2029/g, '\n');
}

/** Says which features `source` might use; linear, and never wrong by leaving one out. */
export function detectFeatures(source: string): Features {
  const has = (text: string) => source.includes(text);
  const at = has('@');
  return {
    emailAutolink: at && /[\w.+-]@[\w-]/.test(source),
    wwwAutolink: /www\./i.test(source),
    protocolAutolink: /https?:\/\//i.test(source),
    strikethrough: has('~'),
    table: has('|') || /^[ >\-+*\d.)]*:?-+:?[ \t]*$/m.test(source),
    footnote: has('[^'),
    taskList: /\[[ \t\r\nxX]\]/.test(source),
    maths: has('$'),
    references:
      at ||
      /#\d|gh-\d/i.test(source) ||
      /[\da-f]{7}/i.test(source) ||
      has('/issues/') ||
      has('/pull/'),
    alerts: has('[!'),
    emoji: /:[\w+-]+:/.test(source),
  };
}

/** A key that is equal exactly when the features are. */
export function featuresKey(features: Features): string {
  return Object.values(features).map(Number).join('');
}
