/**
 * One GraphQL request, from text to answer: parsed, validated against GitHub's schema, measured
 * against its limits, executed. Statuses and headers are the route's business.
 */
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { type FormattedError, failure, formatError } from './errors';
import { measureQuery, NODE_LIMIT, type QueryCost } from './limits';
import type { GraphQLContext } from './types';

export interface GraphQLRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}

export interface GraphQLAnswer {
  data?: unknown;
  errors?: FormattedError[];
}

/** A request that may run: valid, with its operation chosen and its cost known. */
export interface PreparedRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
  cost: QueryCost;
}

export type Preparation =
  | { ready: true; request: PreparedRequest }
  | { ready: false; answer: GraphQLAnswer };

/** Everything that can be said of a request before it runs. */
export function prepareRequest(schema: GraphQLSchema, request: GraphQLRequest): Preparation {
  const checked = checkDocument(schema, request.query);
  if (!('kind' in checked)) return refuse(checked.map(formatError));
  const operation = getOperationAST(checked, request.operationName);
  if (!operation) {
    return refuse([{ message: 'An operation name is required, and must name an operation.' }]);
  }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables);
  if (coerced.errors) return refuse(coerced.errors.map(formatError));
  const cost = measureQuery(schema, checked, operation, coerced.coerced);
  if (cost.nodeCount > NODE_LIMIT) {
    const asked = cost.nodeCount.toLocaleString('en');
    const limit = NODE_LIMIT.toLocaleString('en');
    return {
      ready: false,
      answer: failure(
        'MAX_NODE_LIMIT_EXCEEDED',
        `This query requests up to ${asked} possible nodes which exceeds the maximum limit of ${limit}.`,
      ),
    };
  }
  return {
    ready: true,
    request: { document: checked, operation, variables: request.variables, cost },
  };
}

/** Runs a prepared request; what failed is in `errors`, and the rest is in `data` all the same. */
export async function runRequest(
  schema: GraphQLSchema,
  request: PreparedRequest,
  context: GraphQLContext,
): Promise<GraphQLAnswer> {
  const { data, errors } = await execute({
    schema,
    document: request.document,
    operationName: request.operation.name?.value,
    variableValues: request.variables,
    contextValue: context,
    rootValue: {},
  });
  return { data, ...(errors && { errors: errors.map(formatError) }) };
}

function refuse(errors: FormattedError[]): Preparation {
  return { ready: false, answer: { errors } };
}

/** The site sends the same few documents again and again; checking each once is enough. */
const checkedDocuments = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();
const CHECKED_DOCUMENTS_LIMIT = 200;

function checkDocument(
  schema: GraphQLSchema,
  query: string,
): DocumentNode | readonly GraphQLError[] {
  const known = checkedDocuments.get(schema) ?? new Map<string, DocumentNode>();
  checkedDocuments.set(schema, known);
  const earlier = known.get(query);
  if (earlier) return earlier;
  const document = parseQuery(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validate(schema, document);
  if (errors.length > 0) return errors;
  if (known.size >= CHECKED_DOCUMENTS_LIMIT) known.clear();
  known.set(query, document);
  return document;
}

function parseQuery(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
