/**
 * Maths as GitHub reads it: `$x$`, `$$x$$`, `` $`x`$ `` and fenced ```` ```math ````. A dollar opens
 * only after a space or punctuation and before something solid, and closes likewise, so that
 * "$5 and $10" stays prose.
 */

import type { Root } from 'mdast';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import remarkMath from 'remark-math';
import type { Plugin, Processor } from 'unified';
import { eachNode } from './prose';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathTextSequence: 'mathTextSequence';
    mathTextData: 'mathTextData';
  }
}

const DOLLAR = 36;
const GRAVE = 96;
const BACKSLASH = 92;

/** `$$x$$` within a line stands on a line of its own, as on GitHub. */
export const displayDoubledDollars: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file.value);
  eachNode(tree, (node) => {
    if (node.type !== 'inlineMath') return;
    if (!source.startsWith('$$', node.position?.start.offset)) return;
    node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } };
  });
};

/** Adds the syntax to a processor, remark-math's nodes being the result. */
export function remarkGitHubMaths(this: Processor): void {
  remarkMath.call(this);
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  const own = extensions.pop();
  if (own) extensions.push(withGitHubRules(own));
}

function withGitHubRules(extension: Extension): Extension {
  const text = extension.text?.[DOLLAR];
  const constructs = (Array.isArray(text) ? text : [text]).filter((one) => one !== undefined);
  return {
    ...extension,
    text: { [DOLLAR]: [graveMaths, ...constructs.map(withFlanking)] },
  };
}

/** Lets `construct` match only where GitHub would take the dollars for delimiters. */
function withFlanking(construct: Construct): Construct {
  return {
    ...construct,
    previous(code) {
      return (construct.previous?.call(this, code) ?? true) && !isSolid(code);
    },
    tokenize(effects, ok, nok) {
      const consumed: Code[] = [];
      const watched: Effects = {
        ...effects,
        consume(code) {
          consumed.push(code);
          effects.consume(code);
        },
      };
      const check: State = (code) => (isFlanked(consumed, code) ? ok(code) : nok(code));
      return construct.tokenize.call(this, watched, check, nok);
    },
  };
}

/** @param consumed the characters from the first dollar to the last @param next what follows */
function isFlanked(consumed: Code[], next: Code): boolean {
  let size = 0;
  while (consumed[size] === DOLLAR) size++;
  if (isSolid(next)) return false;
  if (size > 1) return true;
  const first = consumed[size];
  const last = consumed[consumed.length - size - 1];
  return !isSpace(first) && !isSpace(last) && last !== BACKSLASH;
}

/** A letter or digit: a dollar beside it is part of a word or an amount. */
function isSolid(code: Code): boolean {
  if (code === null || code < 48) return false;
  return /[\p{L}\p{N}_]/u.test(String.fromCodePoint(code));
}

function isSpace(code: Code | undefined): boolean {
  return code === undefined || code === null || code < 0 || code === 32;
}

/** `` $`x`$ ``, for expressions that Markdown would otherwise read. */
const graveMaths: Construct = {
  name: 'mathText',
  tokenize: tokenizeGraveMaths,
  previous(code) {
    return code !== DOLLAR && !isSolid(code);
  },
};

function tokenizeGraveMaths(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return start;

  function start(code: Code): State | undefined {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    return afterDollar;
  }

  function afterDollar(code: Code): State | undefined {
    if (code !== GRAVE) return nok(code);
    effects.consume(code);
    effects.exit('mathTextSequence');
    return between;
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === GRAVE) return closing(code);
    if (code < -2) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || code < -2 || code === GRAVE) {
      effects.exit('mathTextData');
      return between(code);
    }
    effects.consume(code);
    return data;
  }

  function closing(code: Code): State | undefined {
    effects.enter('mathTextSequence');
    effects.consume(code);
    return closingDollar;
  }

  function closingDollar(code: Code): State | undefined {
    if (code !== DOLLAR) return nok(code);
    effects.consume(code);
    effects.exit('mathTextSequence');
    effects.exit('mathText');
    return ok;
  }
}
