import { assertNever } from '../src/shared/assert-never.ts';
import type { Import } from './imports-of.ts';

/** Where a file stands, by its path alone. */
export type Place =
  | { kind: 'domain' | 'contract' | 'server' | 'web'; feature: string }
  | { kind: 'shared' | 'platform' | 'ui' | 'shell' | 'pages' | 'main' | 'browser-entry' | 'unknown' };

export function placeOf(file: string): Place {
  const [root, first = '', second = '', third = ''] = file.split('/');
  if (root !== 'src') return { kind: 'unknown' };
  if (first === 'features') {
    if (third === 'contract.ts' || third === 'contract.test.ts') return { kind: 'contract', feature: second };
    if (third === 'domain' || third === 'server' || third === 'web') return { kind: third, feature: second };
    return { kind: 'unknown' };
  }
  if (first === 'shared') return { kind: 'shared' };
  if (first === 'server') return { kind: 'platform' };
  if (first === 'main.ts' || first === 'application.ts' || first === 'demo') return { kind: 'main' };
  if (first !== 'web') return { kind: 'unknown' };
  if (second === 'ui' || second === 'shell' || second === 'pages') return { kind: second };
  return { kind: 'browser-entry' };
}

/** What is wrong with one import, or null. */
export function faultOf(file: string, wanted: Import): string | null {
  const from = placeOf(file);
  if (wanted.file === null) return packageFault(from, file, wanted.specifier);
  if (wanted.file.startsWith('test/support/'))
    return isTest(file) ? null : 'only a test may import test/support';
  const to = placeOf(wanted.file);
  if (from.kind === 'unknown') return null; // reported once, for the file
  if (isTest(file) && isServerSide(from)) return null; // tests of the server put whole applications together
  if (from.kind !== 'main' && to.kind === 'main') return 'nothing imports main.ts or application.ts';
  switch (from.kind) {
    case 'shared':
      return allow(to.kind === 'shared', 'src/shared imports only src/shared');
    case 'domain':
      return allow(to.kind === 'domain' || to.kind === 'shared', 'domain imports only domain and src/shared');
    case 'contract':
      return allow(
        to.kind === 'domain' || to.kind === 'contract' || to.kind === 'shared',
        'contract.ts imports only contracts, domain and src/shared',
      );
    case 'server':
      return allow(
        to.kind === 'platform' ||
          to.kind === 'shared' ||
          isOwn(from, to) ||
          isOffered(to) ||
          isReach(wanted.file),
        "a feature's server imports src/server, src/shared, itself, and of others domain, contract.ts and *-reach.ts",
      );
    case 'web':
      return allow(
        to.kind === 'ui' ||
          to.kind === 'shell' ||
          to.kind === 'shared' ||
          (to.kind === 'web' && isOwn(from, to)) ||
          isOffered(to),
        "a feature's web imports web/ui, web/shell, src/shared, its own web, and domain and contracts",
      );
    case 'platform':
      return allow(
        to.kind === 'platform' || to.kind === 'shared',
        'src/server imports no feature and nothing of the browser',
      );
    case 'ui':
      return allow(to.kind === 'ui' || to.kind === 'shared', 'web/ui imports only web/ui and src/shared');
    case 'shell':
    case 'pages':
    case 'browser-entry':
      return allow(
        to.kind !== 'server' && to.kind !== 'platform' && to.kind !== 'unknown',
        'the browser imports nothing of the server',
      );
    case 'main':
      return allow(
        to.kind === 'main' ||
          to.kind === 'server' ||
          to.kind === 'platform' ||
          to.kind === 'shared' ||
          isOffered(to),
        'main.ts imports nothing of the browser',
      );
    default:
      return assertNever(from.kind);
  }
}

/** Pure parts and the browser take no package of Node or of the server. */
function packageFault(from: Place, file: string, specifier: string): string | null {
  const isNode = specifier.startsWith('node:');
  switch (from.kind) {
    case 'shared':
    case 'domain':
    case 'contract':
      if (isTest(file)) return null;
      return allow(
        specifier === 'zod/mini' || (from.kind === 'domain' && specifier === 'simple-statistics'),
        'of packages, this part imports only zod/mini, and domain simple-statistics: it runs in the browser too',
      );
    case 'web':
    case 'ui':
    case 'shell':
    case 'pages':
    case 'browser-entry':
      if (isTest(file)) return null;
      if (
        (from.kind === 'pages' || from.kind === 'web') &&
        /^react-aria(-components)?(\/|$)|^react-stately(\/|$)/.test(specifier)
      ) {
        return 'react-aria is used through the wrappers in web/ui';
      }
      return allow(!isNode && !serverPackages.test(specifier), 'the browser imports nothing of the server');
    case 'server':
    case 'platform':
    case 'main':
    case 'unknown':
      return allow(!browserPackages.test(specifier), 'the server imports nothing of the browser');
    default:
      return assertNever(from);
  }
}

const serverPackages = /^(pg|pg-boss|kysely|fastify.*|@fastify\/.*|nodemailer|zod)$/;
const browserPackages =
  /^(react|react-dom|react-aria.*|react-stately|@tanstack\/.*|@tiptap\/react|lucide-react)(\/|$)/;

function allow(holds: boolean, fault: string): string | null {
  return holds ? null : fault;
}

function isTest(file: string): boolean {
  return /\.(test|arbitrary)\.tsx?$/.test(file); // arbitraries make values for tests
}

function isServerSide(place: Place): boolean {
  return place.kind === 'server' || place.kind === 'platform';
}

function isOwn(from: Place, to: Place): boolean {
  return (
    'feature' in from &&
    'feature' in to &&
    from.feature === to.feature &&
    !(from.kind === 'server' && to.kind === 'web')
  );
}

function isOffered(to: Place): boolean {
  return to.kind === 'domain' || to.kind === 'contract';
}

function isReach(file: string): boolean {
  return /^src\/features\/[^/]+\/server\/[^/]+-reach\.ts$/.test(file);
}
