import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

const folder = path.resolve('lib/github');
const schemaFile = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('@octokit/graphql-schema'))),
  'schema.graphql',
);
const schema = buildSchema(readFileSync(schemaFile, 'utf8'), {
  assumeValid: true,
  assumeValidSDL: true,
  noLocation: true,
});

/** Every `…_QUERY` and `…_MUTATION` that a module of lib/github exports. */
const modules = import.meta.glob<Record<string, unknown>>('../../lib/github/*.ts', { eager: true });
const operations = Object.values(modules).flatMap((module) =>
  Object.entries(module).filter(([name]) => /_(QUERY|MUTATION)$/.test(name)),
);

describe("the documents sent to GitHub fit GitHub's schema", () => {
  it.each(operations)('%s', (_, document) => {
    const errors = validate(schema, parse(String(document)));
    expect(errors.map((error) => error.message)).toEqual([]);
  });

  it('and none is kept where this test does not look', () => {
    expect(operations.length).toBeGreaterThanOrEqual(7);
    for (const file of Object.keys(modules)) {
      const text = readFileSync(path.join(folder, path.basename(file)), 'utf8');
      const documents = text.match(/`\s*(query|mutation)\s+\w+/g) ?? [];
      const exported = text.match(/export const \w+_(QUERY|MUTATION)\b/g) ?? [];
      expect(documents.length, file).toBe(exported.length);
    }
  });
});
