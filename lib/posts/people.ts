/** GitHub's actors as the blog's people. */
import type { ActorNode } from '../github/issue-fields';
import type { Metadata } from './metadata';
import type { AuthorProfile, Person } from './post';
import { isTrusted, sameName } from './publication';

/** @param actor null is a deleted account @param serverUrl without a trailing slash */
export function toPerson(actor: ActorNode | null, serverUrl: string): Person {
  if (!actor) {
    return {
      login: 'ghost',
      name: 'ghost',
      avatarUrl: `${serverUrl}/ghost.png?size=96`,
      url: null,
      kind: 'ghost',
    };
  }
  return {
    login: actor.login,
    name: actor.name?.trim() || actor.login,
    avatarUrl: actor.avatarUrl,
    url: actor.url,
    kind: KINDS[actor.__typename] ?? 'user',
  };
}

const KINDS: Partial<Record<ActorNode['__typename'], Person['kind']>> = {
  Bot: 'bot',
  Organization: 'organization',
};

/** What an account says of itself; null where it says nothing. */
export function toProfile(actor: ActorNode): AuthorProfile | null {
  const bio = actor.bio?.trim() || null;
  const websiteUrl = websiteOf(actor.websiteUrl?.trim() ?? '');
  return bio || websiteUrl ? { bio, websiteUrl } : null;
}

/** GitHub takes anything for a website, often without a scheme. */
function websiteOf(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return text && URL.canParse(address) ? new URL(address).href : null;
}

export interface Authorship {
  author: ActorNode | null;
  authorAssociation: string;
  assignees: { nodes: readonly (ActorNode | null)[] };
}

/**
 * Who wrote a post: the issue's author, then its other assignees. `authors` in the metadata
 * replaces them when the issue's author may write to the repository, and only adds to them
 * otherwise, so that a stranger cannot publish under another's name alone.
 */
export function authorsOf(issue: Authorship, metadata: Metadata, serverUrl: string): Person[] {
  const assignees = issue.assignees.nodes.filter((node) => node !== null);
  const people = [issue.author, ...assignees].map((actor) => toPerson(actor, serverUrl));
  const named = metadata.authors.map(
    (login) =>
      people.find((person) => sameName(person.login, login)) ?? personNamed(login, serverUrl),
  );
  const replaces = named.length > 0 && isTrusted(issue.authorAssociation);
  return withoutRepeats(replaces ? named : [...people, ...named]);
}

/** GitHub answers `/LOGIN.png` with the avatar of any account. */
function personNamed(login: string, serverUrl: string): Person {
  return {
    login,
    name: login,
    avatarUrl: `${serverUrl}/${login}.png?size=96`,
    url: `${serverUrl}/${login}`,
    kind: 'user',
  };
}

function withoutRepeats(people: Person[]): Person[] {
  return people.filter(
    (person, place) => people.findIndex((other) => sameName(other.login, person.login)) === place,
  );
}
