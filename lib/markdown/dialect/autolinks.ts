/**
 * Bare addresses become links as in cmark-gfm: web addresses while the text is read, but not inside
 * brackets still open; e-mail addresses afterwards, everywhere.
 */
import type { PhrasingContent, Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import type { Code, Construct, State } from 'micromark-util-types';
import type { Plugin } from 'unified';
import { transformProse } from './prose';

const EMAIL =
  /(?<![\w+\-./]|[\w+\-.]@)(mailto:|xmpp:)?([\w+\-.]+@[\w-]+(?:\.[\w-]+)+)(\/[\w\-/]+)?/g;

/** Links e-mail addresses. As a construct of the parser they would be tried at every word. */
export const remarkEmails: Plugin<[], Root> = () => (tree, file) => {
  transformProse(tree, file, /@/, (prose) => {
    findAndReplace(prose, [EMAIL, link], { ignore: ['link', 'linkReference'] });
  });
};

function link(
  _match: string,
  protocol: string | undefined,
  address: string,
  resource: string | undefined,
): PhrasingContent[] | false {
  if (/[\d_-]$/.test(address)) return false;
  const path = protocol === 'xmpp:' ? (resource ?? '') : '';
  const text = `${protocol ?? ''}${address}${path}`;
  const url = protocol ? text : `mailto:${text}`;
  const rest = (resource ?? '').slice(path.length);
  const made: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: text }] };
  return rest ? [made, { type: 'text', value: rest }] : [made];
}

const CLOSING_BRACKET = 93;
const PLUS = 43;

/**
 * micromark ends an address at `]`, cmark-gfm does not: since no address begins inside an open
 * bracket, the bracket closes nothing. The construct is shown another character in its place.
 */
export function withBrackets(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      let current: Code = null;
      let finished = false;
      const finish =
        (next: State): State =>
        () => {
          finished = true;
          return next(current);
        };
      const disguise =
        (state: State): State =>
        (code) => {
          current = code;
          const next = state(code === CLOSING_BRACKET ? PLUS : code);
          return finished || !next ? next : disguise(next);
        };
      return disguise(construct.tokenize.call(this, effects, finish(ok), finish(nok)));
    },
  };
}
