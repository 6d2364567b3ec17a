import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretVariables, variables } from '../src/server/config/variables.ts';
import { problemTable } from '../src/shared/problems.ts';

const root = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).toSorted();

/** Names as GitHub gives them to headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Relative links, without what stands in code. */
function linksOf(text: string): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

const settings = Object.keys(variables);
const filesOfSecrets = secretVariables.map((name) => `${name}_FILE`);

/** Variables that are not settings of the program: of its tests, and of compose.yaml. */
function otherVariables(): string[] {
  const tests = globSync('test/**/*.ts', { cwd: root }).map(read).join('\n');
  return [
    ...[...tests.matchAll(/process\.env\['(\w+)'\]/g)].map(([, name = '']) => name),
    ...[...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name),
  ];
}

describe('the documents', () => {
  it('are there', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/api.md', 'docs/operating.md']));
  });

  it.each(documents)('%s links to nothing that is not there', (document) => {
    const dead = linksOf(read(document)).filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
      if (!existsSync(path.join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  it.each(documents)('%s names no file of ours that is not there', (document) => {
    const spans = [...read(document).matchAll(/`((?:src|test|database|scripts|docs|bench)\/[\w./-]+)`/g)];
    expect(spans.map(([, file = '']) => file).filter((file) => !existsSync(path.join(root, file)))).toEqual(
      [],
    );
  });

  it.each(documents)('%s names no variable that does not exist', (document) => {
    const known = new Set([...settings, ...filesOfSecrets, ...otherVariables()]);
    const named = [...read(document).matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('of operating describe every setting, in one row each', () => {
    const rows = [...read('docs/operating.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(new Set(rows)).toEqual(new Set(settings));
    expect(rows).toHaveLength(settings.length);
    for (const name of filesOfSecrets) expect(read('docs/operating.md')).toContain(`\`${name}\``);
  });

  it('of the API describe every code with its status', () => {
    const rows = [...read('docs/api.md').matchAll(/^\| (\d{3}) \| `(\w+)` \|/gm)].map(([, status, code]) => [
      code,
      Number(status),
    ]);
    expect(rows).toEqual(Object.entries(problemTable).map(([code, { status }]) => [code, status]));
  });
});
