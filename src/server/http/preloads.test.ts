import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageModules, preloadsFor } from './preloads.ts';
import type { Manifest } from './preloads.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const id = '01900000-0001-7000-8000-000000000000';
const manifest: Manifest = {
  'src/web/shell/frame.tsx': { file: 'assets/frame.js', imports: ['_shared.js'] },
  'src/web/pages/one-on-one-page.tsx': {
    file: 'assets/one.js',
    imports: ['_shared.js'],
    css: ['assets/one.css'],
  },
  'src/web/pages/sign-in-page.tsx': { file: 'assets/sign-in.js' },
  '_shared.js': { file: 'assets/shared.js', imports: ['_shared.js'] },
};

describe('preloads', () => {
  it('name pages that exist', () => {
    for (const module of pageModules) expect(existsSync(path.join(root, module)), module).toBe(true);
  });

  it('bring the code, the styles and the data of a page at once, each once', () => {
    const html = preloadsFor(manifest, `/one-on-ones/${id}`, true);
    expect(html.match(/href="[^"]+"/g)).toEqual([
      'href="/assets/frame.js"',
      'href="/assets/shared.js"',
      'href="/assets/one.js"',
      'href="/assets/one.css"',
      'href="/api/me"',
      `href="/api/one-on-ones/${id}"`,
    ]);
  });

  it('ask for no data without a session, and put nothing of the address into the page', () => {
    expect(preloadsFor(manifest, `/one-on-ones/${id}`, false)).toBe(
      '<link rel="modulepreload" href="/assets/sign-in.js">',
    );
    expect(preloadsFor(manifest, '/one-on-ones/"><script>', true)).not.toContain('script>');
  });
});
