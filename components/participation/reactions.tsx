/**
 * Reactions as buttons: those that were given, and all eight behind one more. Every button is one of
 * two states, has a name with its count and with who reacted, and works by key, mouse and finger.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { fill, formatNumber, formatPlural } from '../../lib/i18n';
import { type ShownReaction, showReactions } from '../../lib/participation/browser/show-reactions';
import type { Reaction } from '../../lib/posts/post';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import { useDesk } from './use-desk';

export interface ReactionsProps {
  /** `post`, or a comment's id. */
  subject: string;
  /** As the page was served. */
  served: readonly Reaction[];
}

export function Reactions(props: ReactionsProps) {
  const { state, words, editPath } = useDesk();
  return (
    <>
      <ReactionButtons {...props} />
      {props.subject === 'post' && state.participation?.canEdit && (
        <a className="reactions-edit" href={editPath} rel="nofollow">
          <Icon name="markdown" />
          {words.edit}
        </a>
      )}
    </>
  );
}

function ReactionButtons({ subject, served }: ReactionsProps) {
  const { state, store, words, ReactionBar } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const shown = showReactions(served, state.reactions.get(subject));
  const given = shown.filter(({ count }) => count > 0);
  useOutside(bar, isOpen, () => setOpen(false));

  function toggle(reaction: ShownReaction): void {
    setOpen(false);
    void store.react(subject, served, reaction.content, !reaction.isOwn);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  }

  const problem = state.problem?.subject === subject && (
    <p role="alert" className="reactions-problem">
      {state.problem.message}
    </p>
  );
  if (state.participation?.canReact === false) {
    return (
      <>
        <ReactionBar reactions={given} />
        {problem}
      </>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what opened inside
    <div ref={bar} className="reactions-reactions" onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset belongs into forms */}
      <div role="group" aria-label={words.reactions} className="reactions-bar">
        {given.map((reaction) => (
          <Toggle key={reaction.content} reaction={reaction} onPress={() => toggle(reaction)} />
        ))}
        <button
          ref={opener}
          type="button"
          className="reactions-opener"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={words.addReaction}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="react" />
        </button>
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs into forms
        <div id={id} role="group" aria-label={words.addReaction} className="reactions-picker">
          {shown.map((reaction, place) => (
            <Toggle
              key={reaction.content}
              reaction={reaction}
              isChoice
              hasFocus={place === 0}
              onPress={() => {
                toggle(reaction);
                opener.current?.focus();
              }}
            />
          ))}
          <Reactors shown={given} />
        </div>
      )}
      {problem}
    </div>
  );
}

interface ToggleProps {
  reaction: ShownReaction;
  onPress(): void;
  /** One of all eight, rather than one that was given. */
  isChoice?: boolean;
  hasFocus?: boolean;
}

function Toggle({ reaction, onPress, isChoice = false, hasFocus = false }: ToggleProps) {
  const { content, count, isOwn } = reaction;
  const { messages, locale } = useSite();
  const names = useNames()(reaction);
  const { words, pictures } = useDesk();
  return (
    <button
      type="button"
      className={isChoice ? 'reactions-choice' : 'reactions-reaction'}
      aria-pressed={isOwn}
      // biome-ignore lint/a11y/noAutofocus: of the group that the reader has just opened
      autoFocus={hasFocus}
      onClick={onPress}
    >
      <span className="reactions-picture" aria-hidden="true">
        {pictures[content]}
      </span>
      <span className="visually-hidden">{messages.reactions[content]}</span>
      {count > 0 && !isChoice && (
        <span className="reactions-count">{formatNumber(count, locale)}</span>
      )}
      {names && !isChoice && (
        <span className="reactions-names">{fill(words.reactedBy, { names })}</span>
      )}
    </button>
  );
}

/** Who gave which, for those who cannot hover. */
function Reactors({ shown }: { shown: ShownReaction[] }) {
  const nameAll = useNames();
  const { messages } = useSite();
  const { pictures } = useDesk();
  const known = shown.filter(({ who }) => who.length > 0);
  if (known.length === 0) return null;
  return (
    <ul className="reactions-reactors">
      {known.map((reaction) => (
        <li key={reaction.content}>
          <span className="reactions-picture" aria-hidden="true">
            {pictures[reaction.content]}
          </span>
          <span className="visually-hidden">{messages.reactions[reaction.content]}: </span>
          <bdi>{nameAll(reaction)}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** @returns writes who reacted: `you, octocat and 3 others`; empty where that is not known */
function useNames(): (reaction: ShownReaction) => string {
  const { locale } = useSite();
  const { state, words } = useDesk();
  return ({ who, count, isOwn }) => {
    if (who.length === 0) return '';
    const others = who.filter((login) => login !== state.viewer.login);
    const named = [...(isOwn ? [words.you] : []), ...others].slice(0, 5);
    const rest = count - named.length;
    const all = rest > 0 ? [...named, formatPlural(words.others, rest, locale)] : named;
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(all);
  };
}

/** Closes what is open when the reader turns to something else. */
function useOutside(
  element: React.RefObject<HTMLElement | null>,
  isOpen: boolean,
  close: () => void,
): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const look = ({ target }: Event) => {
      if (target instanceof Node && !element.current?.contains(target)) latest.current();
    };
    document.addEventListener('pointerdown', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerdown', look);
      document.removeEventListener('focusin', look);
    };
  }, [element, isOpen]);
}
