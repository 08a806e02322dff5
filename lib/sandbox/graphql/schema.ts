/**
 * GitHub's own GraphQL schema, with the embedded GitHub's resolvers attached. A field without a
 * resolver stays valid in a query and answers an error that names it, so that nothing is ever
 * silently empty.
 */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { isObject } from './arguments';
import { guardPagination } from './page-size';
import type { Fields, GraphQLContext } from './types';

type Resolvers = Readonly<Record<string, Fields<unknown>>>;

/**
 * @param resolvers by type name; `Connection` and `Edge` serve every type whose name ends so
 * @param typeOf names the object type of a value where the schema has an interface or a union
 * @throws Error if a resolver names a type or field the schema does not have
 */
export function loadSchema(
  resolvers: Resolvers,
  typeOf: (value: unknown) => string,
): GraphQLSchema {
  // Importing the package would parse a JSON of five megabytes.
  const file = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  const schema = buildSchema(readFileSync(file, 'utf8'), {
    assumeValid: true,
    assumeValidSDL: true,
    noLocation: true,
  });
  for (const name of Object.keys(resolvers)) {
    if (!SHARED.includes(name) && !isObjectType(schema.getType(name))) {
      throw new Error(`There is no object type ${name} in GitHub's schema.`);
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = typeOf;
    if (isObjectType(type) && !type.name.startsWith('__')) attach(type, resolvers);
  }
  return schema;
}

const SHARED = ['Connection', 'Edge'];

function attach(type: GraphQLObjectType<unknown, GraphQLContext>, resolvers: Resolvers): void {
  const own = resolvers[type.name];
  const shared = resolvers[SHARED.find((suffix) => type.name.endsWith(suffix)) ?? ''];
  const fields = type.getFields();
  const unknown = Object.keys(own ?? {}).filter((name) => !fields[name]);
  if (unknown.length > 0) {
    throw new Error(`GitHub's schema has no ${type.name}.${unknown.join(', ')}.`);
  }
  for (const field of Object.values(fields)) {
    field.resolve = resolverFor(type.name, field, own?.[field.name] ?? shared?.[field.name]);
  }
}

function resolverFor(
  typeName: string,
  field: GraphQLField<unknown, GraphQLContext>,
  resolve: Fields<unknown>[string] | undefined,
): GraphQLFieldResolver<unknown, GraphQLContext> {
  if (!resolve) return (source) => readPlainField(typeName, field.name, source);
  if (!getNamedType(field.type).name.endsWith('Connection')) {
    return (source, args, context) => resolve(source, args, context);
  }
  return (source, args, context, info) => {
    guardPagination(args, info);
    return resolve(source, args, context);
  };
}

/** Payloads, counters and a connection's further fields are plain objects; anything else is missing. */
function readPlainField(typeName: string, fieldName: string, source: unknown): unknown {
  const plain = isObject(source) && isObject(source.extra) ? source.extra : source;
  if (PLAIN_TYPES.test(typeName) && isObject(plain) && fieldName in plain) return plain[fieldName];
  throw new GraphQLError(
    `The embedded GitHub does not implement ${typeName}.${fieldName} yet; add it to lib/sandbox/graphql.`,
  );
}

const PLAIN_TYPES = /(Payload|Connection|RateLimit|Topic|Metadata)$/;
