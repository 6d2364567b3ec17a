import { readFile } from 'node:fs/promises';
import path from 'node:path';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
export type Manifest = Record<string, Chunk>;

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, '.vite', 'manifest.json'), 'utf8');
  return JSON.parse(text) as Manifest; // written by the build
}

interface PagePreload {
  matches: RegExp;
  module: string;
  /** What the page asks for first; $1 is the id in its address. */
  calls: string[];
}

const inside = ['src/web/shell/frame.tsx'];
const pages: readonly PagePreload[] = [
  { matches: /^\/$/, module: 'src/web/pages/needs-me-page.tsx', calls: [] },
  {
    matches: /^\/one-on-ones\/([0-9a-f-]{36})$/,
    module: 'src/web/pages/one-on-one-page.tsx',
    calls: ['/api/one-on-ones/$1'],
  },
  { matches: /^\/one-on-ones$/, module: 'src/web/pages/one-on-ones-page.tsx', calls: [] },
  { matches: /^\/new$/, module: 'src/web/pages/new-one-on-one-page.tsx', calls: [] },
];
const signIn = 'src/web/pages/sign-in-page.tsx';

/** Lets the browser fetch the chunks and the data of a page at once, instead of one after the other. */
export function preloadsFor(manifest: Manifest, pathname: string, isSignedIn: boolean): string {
  const page = isSignedIn ? pages.find(({ matches }) => matches.test(pathname)) : undefined;
  const modules = isSignedIn ? [...inside, ...(page ? [page.module] : [])] : [signIn];
  const files = new Set(modules.flatMap((module) => filesOf(manifest, module, new Set())));
  const calls = isSignedIn ? ['/api/me', ...(page?.calls ?? [])] : [];
  return [
    ...[...files].map((file) => `<link rel="modulepreload" href="/${file}">`),
    ...calls.map(
      (call) => `<link rel="preload" as="fetch" crossorigin href="${address(page, pathname, call)}">`,
    ),
  ].join('');
}

function address(page: PagePreload | undefined, pathname: string, call: string): string {
  const id = page?.matches.exec(pathname)?.[1];
  return id === undefined ? call : call.replace('$1', id);
}

function filesOf(manifest: Manifest, key: string, seen: Set<string>): string[] {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.imports ?? []).flatMap((inner) => filesOf(manifest, inner, seen))];
}
