/** Errors as GitHub's GraphQL API words them: status 200, with a `type` beside the message. */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';

export type ErrorType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'INVALID_CURSOR_ARGUMENTS'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'EXCESSIVE_PAGINATION'
  | 'MAX_NODE_LIMIT_EXCEEDED'
  | 'RATE_LIMITED';

/** An error that a caller of the real API would see in the same words. */
export class QueryError extends Error {
  override name = 'QueryError';
  constructor(
    readonly type: ErrorType,
    message: string,
  ) {
    super(message);
  }
}

export interface FormattedError extends GraphQLFormattedError {
  type?: ErrorType;
}

/** One entry of the answer's `errors`, in GitHub's order of keys. */
export function formatError(error: GraphQLError): FormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  const type = error.originalError instanceof QueryError ? error.originalError.type : null;
  return {
    ...(type && { type }),
    ...(path && { path }),
    ...(extensions && Object.keys(extensions).length > 0 && { extensions }),
    ...(locations && { locations }),
    message,
  };
}

/** An answer with nothing but this one error. */
export function failure(type: ErrorType, message: string): { errors: FormattedError[] } {
  return { errors: [{ type, message }] };
}
