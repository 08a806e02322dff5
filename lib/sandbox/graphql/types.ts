/** What the resolvers have in common. */
import type { Actor } from '../model';
import type { Store } from '../store/core';
import type { QueryCost } from './limits';

/** A field's arguments, already checked against the schema; read them with `./arguments`. */
export type Arguments = Readonly<Record<string, unknown>>;

export interface RateLimitStatus {
  /** Points an hour. */
  limit: number;
  remaining: number;
  used: number;
  /** ISO 8601. */
  resetAt: string;
}

export interface GraphQLContext {
  /** For queries a lagging replica where one is set; for mutations always the present. */
  store: Store;
  /** Who asks. */
  actor: Actor;
  cost: QueryCost;
  rateLimit: RateLimitStatus;
}

interface Resolver<Source> {
  resolve(source: Source, args: Arguments, context: GraphQLContext): unknown;
}

/**
 * Resolvers by field name. The method notation lets a `Fields<Issue>` stand in a table of
 * `Fields<unknown>`: the schema guarantees that an `Issue` field only ever sees an issue.
 */
export type Fields<Source> = Record<string, Resolver<Source>['resolve']>;
