/** What all mutations share: their input, their payload, and GitHub's words for a refusal. */
import type { Actor } from '../../model';
import { requireIssuesWrite } from '../../rest/token-rights';
import { type FieldError, SandboxError, type Store } from '../../store';
import { readObject, readText } from '../arguments';
import { QueryError } from '../errors';
import type { Arguments, Fields } from '../types';

type Payload = Readonly<Record<string, unknown>>;

/** @returns the payload's fields; `clientMutationId` is added */
export type Mutation = (input: Arguments, store: Store, actor: Actor) => Payload;

/** Turns mutations into resolvers of the type `Mutation`. */
export function mutations(table: Readonly<Record<string, Mutation>>): Fields<unknown> {
  return Object.fromEntries(
    Object.entries(table).map(([name, mutation]): [string, Fields<unknown>[string]] => [
      name,
      (_, args, { store, actor }) => {
        const input = readObject(args, 'input');
        const clientMutationId = readText(input, 'clientMutationId');
        try {
          requireIssuesWrite(actor);
          return { clientMutationId, ...mutation(input, store, actor) };
        } catch (error) {
          throw error instanceof SandboxError ? reword(error, name, actor) : error;
        }
      },
    ]),
  );
}

function reword(error: SandboxError, mutation: string, actor: Actor): QueryError {
  switch (error.kind) {
    case 'not-found':
      return new QueryError('NOT_FOUND', 'Could not resolve to a node with that global id.');
    case 'unauthorized':
    case 'forbidden':
      return new QueryError('FORBIDDEN', refusal(error, mutation, actor));
    default:
      return new QueryError(
        'UNPROCESSABLE',
        error.errors.length > 0 ? error.errors.map(describe).join(', ') : error.message,
      );
  }
}

/** The store's default words are REST's; GraphQL names the person and the mutation. */
function refusal({ message }: SandboxError, mutation: string, { user }: Actor): string {
  if (!message.startsWith('Must have')) return message;
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  return `${user.login} does not have the correct permissions to execute \`${name}\``;
}

function describe({ field, code, message }: FieldError): string {
  const subject = field.charAt(0).toUpperCase() + field.slice(1);
  if (message) return message.charAt(0).toUpperCase() + message.slice(1);
  if (code === 'missing_field') return `${subject} can't be blank`;
  if (code === 'already_exists') return `${subject} has already been taken`;
  return `${subject} is invalid`;
}
