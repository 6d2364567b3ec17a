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
const page = (name: string) => `src/web/pages/${name}-page.tsx`;
const pages: readonly PagePreload[] = [
  { matches: /^\/$/, module: page('needs-me'), calls: [] },
  {
    matches: /^\/one-on-ones\/([0-9a-f-]{36})$/,
    module: page('one-on-one'),
    // What is between the pair waits until the record has said who they are: a participant would be refused.
    calls: ['/api/one-on-ones/$1'],
  },
  { matches: /^\/one-on-ones$/, module: page('one-on-ones'), calls: [] },
  { matches: /^\/new$/, module: page('new-one-on-one'), calls: [] },
  {
    matches: /^\/action-items$/,
    module: page('action-items'),
    calls: ['/api/action-items?view=mine&show=open&limit=100'],
  },
  { matches: /^\/series$/, module: page('series-list'), calls: ['/api/series?limit=200'] },
  {
    matches: /^\/series\/([0-9a-f-]{36})$/,
    module: page('series'),
    calls: ['/api/series/$1', '/api/series/$1/agenda'],
  },
  { matches: /^\/capture$/, module: page('capture'), calls: ['/api/series?limit=200'] },
  { matches: /^\/inbox$/, module: page('inbox'), calls: ['/api/notices?limit=40'] },
  { matches: /^\/templates$/, module: page('templates/templates'), calls: [] },
  { matches: /^\/templates\/new$/, module: page('templates/new-template'), calls: [] },
  {
    matches: /^\/templates\/([0-9a-f-]{36})$/,
    module: page('templates/template'),
    calls: ['/api/templates/$1'],
  },
  { matches: /^\/people$/, module: page('people'), calls: [] },
  { matches: /^\/people\/([0-9a-f-]{36})$/, module: page('person'), calls: ['/api/people/$1'] },
  { matches: /^\/teams$/, module: page('teams'), calls: [] },
  { matches: /^\/teams\/([0-9a-f-]{36})$/, module: page('team'), calls: ['/api/teams/$1'] },
  { matches: /^\/numbers$/, module: page('numbers/numbers'), calls: [] },
  {
    matches: /^\/numbers\/([0-9a-f-]{36})$/,
    module: page('numbers/numbers-of-person'),
    calls: ['/api/people/$1/numbers?period=month'],
  },
  {
    matches: /^\/numbers\/([0-9a-f-]{36})\/[0-9a-f-]{36}$/,
    module: page('numbers/numbers-detail'),
    calls: [],
  },
  { matches: /^\/account$/, module: page('account'), calls: ['/api/sessions'] },
  { matches: /^\/help$/, module: page('help'), calls: [] },
];
const signIn = page('sign-in');

/** Every module that is named here, for a test that it exists. */
export const pageModules: readonly string[] = [...inside, signIn, ...pages.map(({ module }) => module)];

/** Lets the browser fetch the chunks and the data of a page at once, instead of one after the other. */
export function preloadsFor(manifest: Manifest, pathname: string, isSignedIn: boolean): string {
  const found = isSignedIn ? pages.find(({ matches }) => matches.test(pathname)) : undefined;
  const modules = isSignedIn ? [...inside, ...(found ? [found.module] : [])] : [signIn];
  const chunks = modules.flatMap((module) => chunksOf(manifest, module, new Set()));
  const files = new Set(chunks.map((chunk) => chunk.file));
  const styles = new Set(chunks.flatMap((chunk) => chunk.css ?? []));
  const calls = isSignedIn ? ['/api/me', ...(found?.calls ?? [])] : [];
  return [
    ...[...files].map((file) => `<link rel="modulepreload" href="/${file}">`),
    ...[...styles].map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`),
    ...calls.map(
      (call) => `<link rel="preload" as="fetch" crossorigin href="${address(found, pathname, call)}">`,
    ),
  ].join('');
}

function address(found: PagePreload | undefined, pathname: string, call: string): string {
  const id = found?.matches.exec(pathname)?.[1];
  return id === undefined ? call : call.replace('$1', id);
}

function chunksOf(manifest: Manifest, key: string, seen: Set<string>): Chunk[] {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return [];
  seen.add(key);
  return [chunk, ...(chunk.imports ?? []).flatMap((inner) => chunksOf(manifest, inner, seen))];
}
