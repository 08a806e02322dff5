/**
 * Bare addresses become links as in cmark-gfm: web addresses while the text is read, but not inside
 * brackets still open; e-mail addresses afterwards, everywhere.
 */
import type { PhrasingContent, Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import type { Code, Construct, ConstructRecord, Effects, State } from 'micromark-util-types';
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
      const originals = new WeakMap<State, State>();

      /** From a state that reads disguised characters to one that reads the real ones. */
      const disguise = (state: State): State => {
        const original = originals.get(state);
        if (original) return original;
        return (code) => {
          current = code;
          const next = state(code === CLOSING_BRACKET ? PLUS : code);
          return next && disguise(next);
        };
      };
      /** The other way round. */
      const reveal = (state: State): State => {
        const revealed: State = () => {
          const next = state(current);
          return next && reveal(next);
        };
        originals.set(revealed, state);
        return revealed;
      };
      const nested =
        (run: Effects['attempt']): Effects['attempt'] =>
        (inner, matched, missed) =>
          reveal(run(eachConstruct(inner), disguise(matched), missed && disguise(missed)));

      const disguised: Effects = {
        ...effects,
        consume: () => effects.consume(current),
        attempt: nested(effects.attempt),
        check: nested(effects.check),
        interrupt: nested(effects.interrupt),
      };
      return disguise(construct.tokenize.call(this, disguised, reveal(ok), reveal(nok)));
    },
  };
}

type Constructs = Parameters<Effects['attempt']>[0];

function eachConstruct(inner: Constructs): Constructs {
  if (Array.isArray(inner)) return inner.map(withBrackets);
  return isConstruct(inner) ? withBrackets(inner) : inner;
}

function isConstruct(inner: Construct | ConstructRecord): inner is Construct {
  return typeof Reflect.get(inner, 'tokenize') === 'function';
}
