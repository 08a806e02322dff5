/**
 * What a query costs before it runs: its points against the hourly limit and the number of nodes it
 * might return (GitHub Docs, "Rate limits and query limits for the GraphQL API").
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isObject, readNumber } from './arguments';
import { PAGE_LIMIT } from './page-size';

export const NODE_LIMIT = 500_000;

export interface QueryCost {
  /** Points; at least 1. */
  cost: number;
  /** The most nodes the query may return. */
  nodeCount: number;
}

interface Measurement {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  requests: number;
  nodes: number;
}

/** @param variables coerced, so that page sizes given as variables count */
export function measureQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): QueryCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const measurement: Measurement = { schema, fragments, variables, requests: 0, nodes: 0 };
  const root = schema.getRootType(operation.operation);
  if (root) measure(measurement, operation.selectionSet, root, 1);
  return {
    cost: Math.max(1, Math.round(measurement.requests / 100)),
    nodeCount: measurement.nodes,
  };
}

/** @param times how often this selection is answered, if every page above is full */
function measure(
  measurement: Measurement,
  selection: SelectionSetNode,
  parent: GraphQLNamedType,
  times: number,
): void {
  const { schema, fragments, variables } = measurement;
  for (const entry of selection.selections) {
    const skip = getDirectiveValues(GraphQLSkipDirective, entry, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, entry, variables);
    if (skip?.if === true || include?.if === false) continue;
    if (entry.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(entry.name.value);
      const type = fragment && schema.getType(fragment.typeCondition.name.value);
      if (type) measure(measurement, fragment.selectionSet, type, times);
      continue;
    }
    if (entry.kind === Kind.INLINE_FRAGMENT) {
      const type = entry.typeCondition ? schema.getType(entry.typeCondition.name.value) : parent;
      if (type) measure(measurement, entry.selectionSet, type, times);
      continue;
    }
    if (!isObjectType(parent) && !isInterfaceType(parent)) continue;
    const field = parent.getFields()[entry.name.value];
    if (!field || !entry.selectionSet) continue;
    const type = getNamedType(field.type);
    let inner = times;
    if (type.name.endsWith('Connection')) {
      const args = getArgumentValues(field, entry, variables);
      const size = isObject(args) ? (readNumber(args, 'first') ?? readNumber(args, 'last')) : null;
      if (size !== null) {
        inner = times * Math.min(Math.max(size, 0), PAGE_LIMIT);
        measurement.requests += times;
        measurement.nodes += inner;
      }
    }
    measure(measurement, entry.selectionSet, type, inner);
  }
}
