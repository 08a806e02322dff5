import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOTS = ['pages', 'components', 'lib'];

/** Every source file with the files of ours that it imports, as paths from the project's folder. */
const imports = new Map(
  ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((f) => path.join(root, f)),
  )
    .filter((file) => /\.(tsx?|js)$/.test(file) && !file.includes('/dist'))
    .map((file) => [file, importsOf(file)]),
);

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"](\.[^'"]+)['"]|^import\s+['"](\.[^'"]+)['"]/gm,
  );
  return [...statements].flatMap((match) => {
    const target = resolve(path.join(path.dirname(file), match[2] ?? match[3] ?? ''));
    return target ? [{ target, typeOnly: Boolean(match[1]) }] : [];
  });
}

function resolve(base: string): string | null {
  const candidates = [
    base,
    ...['.ts', '.tsx', '.js', '/index.ts', '/index.tsx'].map((e) => base + e),
  ];
  return candidates.find((file) => existsSync(file) && /\.(tsx?|js)$/.test(file)) ?? null;
}

function offenders(from: RegExp, to: RegExp): string[] {
  return [...imports].flatMap(([file, targets]) =>
    from.test(file)
      ? targets.filter(({ target }) => to.test(target)).map(({ target }) => `${file} → ${target}`)
      : [],
  );
}

describe('the house', () => {
  it('reads imports at all', () => {
    expect(imports.size).toBeGreaterThan(100);
    expect(offenders(/^lib\/pages\//, /^lib\/posts\//).length).toBeGreaterThan(0);
  });

  it.each([
    ['lib knows neither pages nor components', /^lib\//, /^(?:pages|components)\//],
    ['components do not know pages', /^components\//, /^pages\//],
    [
      'lib/github knows only itself, settings, unknown fields and the shapes of a post',
      /^lib\/github\//,
      /^lib\/(?!github\/|config\.|posts\/post\.|unknown-fields\.)|^components\//,
    ],
    ['lib/config knows nobody', /^lib\/config\./, /./],
    [
      'lib/markdown knows only itself, addresses, characters and shapes',
      /^lib\/markdown\//,
      /^lib\/(?!markdown\/|paths\.|decode-address\.|escape-html\.|spaceless-scripts\.|posts\/post\.)|^components\//,
    ],
    [
      'nothing but the embedded GitHub itself knows it',
      /^(pages|components|lib\/(?!sandbox\/))/,
      /^lib\/sandbox\//,
    ],
  ])('%s', (_, from, to) => {
    expect(offenders(from, to)).toEqual([]);
  });

  it('has no cycles', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (trail.includes(file)) {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const { target, typeOnly } of imports.get(file) ?? []) {
        if (!typeOnly) visit(target, [...trail, file]);
      }
      done.add(file);
    };
    for (const file of imports.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('reads the settings in one place', () => {
    const allowed =
      /^lib\/(config\.ts|sandbox\/|cache\/[\w-]+\.js|start\.ts|markdown\/pool\.ts|\w+\/run-[\w-]+\.ts)/;
    const readers = [...imports.keys()].filter(
      (file) =>
        !allowed.test(file) &&
        /process\.env\b(?!\.(NODE_ENV|NEXT_RUNTIME|PORT|__NEXT_\w+)\b)/.test(
          readFileSync(file, 'utf8'),
        ),
    );
    expect(readers).toEqual([]);
  });
});
