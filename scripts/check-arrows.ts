// `node scripts/check-arrows.ts`: who may import whom (STYLE.md, "Shape"), names, barrels, circles and sizes.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { faultOf, placeOf } from './arrow-rules.ts';
import { cyclesIn } from './feature-cycles.ts';
import { importsOf } from './imports-of.ts';
import { readByServerAlone } from './read-by-server-alone.ts';

const longest = 400;

export interface SourceFile {
  /** From the root, with slashes. */
  path: string;
  text: string;
}

/** What is wrong, one line each. */
export function faultsIn(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    faults.push(...sizeFaults(file), ...nameFaults(file.path));
    if (!/\.tsx?$/.test(file.path) || !file.path.startsWith('src/')) continue;
    const { imports, isBarrel } = importsOf(file.path, file.text);
    if (isBarrel) faults.push(`${file.path}: is a barrel; import from the files themselves`);
    if (usesEnvironment(file)) faults.push(`${file.path}: reads process.env; only src/server/config does`);
    faults.push(...routeFaults(file));
    for (const wanted of imports) {
      const fault = faultOf(file.path, wanted);
      if (fault !== null) faults.push(`${file.path}:${wanted.line}: imports ${wanted.specifier}: ${fault}`);
      if (!file.path.includes('.test.')) addEdge(graph, file.path, wanted.file);
    }
  }
  for (const cycle of cyclesIn(graph)) faults.push(`features in a circle: ${cycle}`);
  return faults;
}

function sizeFaults({ path: file, text }: SourceFile): string[] {
  if (file === 'database/schema.sql' || file.startsWith('database/demo-data/')) return [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines > longest ? [`${file}: has ${lines} lines; ${longest} is the most`] : [];
}

function nameFaults(file: string): string[] {
  const faults = file
    .split('/')
    .filter((part) => /(^|[-.])(utils?|helpers?|common|misc)([-.]|$)/.test(part))
    .map((part) => `${file}: "${part}" is a drawer, not a name`);
  if (file.startsWith('src/') && path.posix.basename(file, path.posix.extname(file)) === 'index') {
    faults.push(`${file}: name the file after what is in it`);
  }
  if (file.startsWith('src/') && placeOf(file).kind === 'unknown') {
    faults.push(`${file}: is in none of the places that STYLE.md names`);
  }
  return faults;
}

const serverPart = new RegExp(`[rR]outes?\\.\\w+\\.(${readByServerAlone.join('|')})\\b`);

/** It would compile, pass every test without a browser, and be undefined in one. */
function routeFaults({ path: file, text }: SourceFile): string[] {
  const [read] = /^src\/(web|features\/[^/]+\/web)\//.test(file) ? (serverPart.exec(text) ?? []) : [];
  return read === undefined ? [] : [`${file}: reads ${read}, which the browser's build leaves out`];
}

function usesEnvironment({ path: file, text }: SourceFile): boolean {
  return text.includes('process.env') && !/\.test\.|^src\/server\/config\/|^src\/main\.ts$/.test(file);
}

function addEdge(graph: Map<string, Set<string>>, file: string, wanted: string | null): void {
  const from = placeOf(file);
  const to = placeOf(wanted ?? '');
  if (!('feature' in from) || !('feature' in to) || from.feature === to.feature) return;
  graph.set(from.feature, (graph.get(from.feature) ?? new Set()).add(to.feature));
}

function readSources(root: string): SourceFile[] {
  return ['src', 'database']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((file) => /\.(tsx?|css|sql)$/.test(file))
    .map((file) => ({
      path: file.split(path.sep).join('/'),
      text: readFileSync(path.join(root, file), 'utf8'),
    }));
}

if (import.meta.main) {
  const files = readSources(path.resolve(import.meta.dirname, '..'));
  const faults = faultsIn(files);
  for (const fault of faults) console.error(fault);
  console.log(`arrows and sizes: ${files.length} files, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
