import { expect, it } from 'vitest';
import { documentTitle } from '../../components/document-head';

it.each([
  [null, 'The Daily Issue'],
  ['The label is the button', 'The label is the button · The Daily Issue'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(256), `${'x'.repeat(69)}…`],
  [`${'word '.repeat(20)}end`, `${'word '.repeat(13).trim()}…`],
])('titles the document of %s', (title, expected) => {
  expect(documentTitle(title, 'The Daily Issue')).toBe(expected);
});
