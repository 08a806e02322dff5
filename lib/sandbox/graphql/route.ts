/** `POST /graphql`, and `/api/graphql` as an Enterprise server spells it. */
import { type Handler, json, readJson, type SandboxRequest } from '../http';
import type { Actor } from '../model';
import { rateHeaders, rateStatus, spend } from '../rate-limit';
import { SandboxError } from '../store';
import { isObject } from './arguments';
import { failure } from './errors';
import { type GraphQLRequest, prepareRequest, runRequest } from './execute';
import { schemaWithResolvers } from './registry';

export const handle: Handler = async (request) => {
  if (request.path !== '/graphql' || request.method !== 'POST') return null;
  const { actor } = request;
  if (!actor) {
    throw new SandboxError('unauthorized', 'This endpoint requires you to be authenticated.');
  }
  const asked = readRequest(request);
  if (typeof asked === 'string') return json(200, { errors: [{ message: asked }] });
  const schema = schemaWithResolvers();
  const preparation = prepareRequest(schema, asked);
  if (!preparation.ready) return json(200, preparation.answer);
  const { cost } = preparation.request;
  const status = spendPoints(request, actor, cost.cost);
  if (!status) {
    return json(
      200,
      failure('RATE_LIMITED', `API rate limit exceeded for user ID ${actor.user.id}.`),
      rateHeaders(rateStatus(request.primary, actor, 'graphql')),
    );
  }
  const { limit, remaining, used, reset } = status;
  const resetAt = new Date(reset * 1000).toISOString().replace('.000', '');
  const answer = await runRequest(schema, preparation.request, {
    store: request.store,
    actor,
    cost,
    rateLimit: { limit, remaining, used, resetAt },
  });
  return json(200, answer, rateHeaders(status));
};

/** The server has charged one point for the call; a dearer query pays the rest here. */
function spendPoints(request: SandboxRequest, actor: Actor, cost: number) {
  if (cost === 1) return rateStatus(request.primary, actor, 'graphql');
  return spend(request.primary, actor, 'graphql', cost - 1);
}

/** @returns a sentence where the body is JSON but no GraphQL request */
function readRequest(request: SandboxRequest): GraphQLRequest | string {
  const body = readJson(request);
  if (!isObject(body)) throw new SandboxError('bad-request', 'Body should be a JSON object');
  if (typeof body.query !== 'string') {
    return 'A query attribute must be specified and must be a string.';
  }
  return {
    query: body.query,
    variables: isObject(body.variables) ? body.variables : {},
    operationName: typeof body.operationName === 'string' ? body.operationName : null,
  };
}
