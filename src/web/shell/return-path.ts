/**
 * Where to go after sign-in. Only ever a path of this application: a link that carries another address
 * (`//evil.example`, `https:…`, `/\evil`) leads to the start page.
 */
export function localPath(value: unknown, origin: string): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/';
  const url = URL.parse(value, origin);
  if (url === null || url.origin !== origin || url.pathname.startsWith('//')) return '/';
  const isEntrance = url.pathname === '/sign-in' || url.pathname === '/invitation';
  return isEntrance ? '/' : url.pathname + url.search + url.hash;
}
