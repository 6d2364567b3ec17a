import type { FastifyInstance } from 'fastify';
import { problem } from '../../shared/problems.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const suspicious = /\\u(?:0000|[dD][89a-fA-F])/;

/** True where PostgreSQL could not store the text: U+0000 and halves of surrogate pairs. */
export function isUnstorable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

function holdsUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return isUnstorable(value);
  if (Array.isArray(value)) return value.some(holdsUnstorable);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => isUnstorable(key) || holdsUnstorable(inner));
}

const maxDepth = 200;

/** Deep nesting would overflow the stack of whatever walks the value later. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === 92) at += 1;
      else if (char === 34) inString = false;
    } else if (char === 34) inString = true;
    else if (char === 91 || char === 123) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (char === 93 || char === 125) depth -= 1;
  }
  return false;
}

/** In characters; what is shorter is read in no time, whatever its fields are called. */
const long = 1024 * 1024;
/** Different ones, in a long document. */
const mostNames = 1000;

/** Each name that is new costs the parser more than all that comes after it: of four megabytes of them half a second. */
function hasManyNames(text: string): boolean {
  const names = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== 34) continue;
    const from = at + 1;
    for (at = from; at < text.length && text.charCodeAt(at) !== 34; at += 1) {
      if (text.charCodeAt(at) === 92) at += 1;
    }
    let next = at + 1;
    while (text.charCodeAt(next) <= 32) next += 1;
    if (text.charCodeAt(next) === 58) names.add(text.slice(from, at));
    if (names.size > mostNames) return true;
  }
  return false;
}

export function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(body);
  } catch {
    throw problem('not_json', { detail: 'Send a JSON document in UTF-8.' });
  }
  if (isTooDeep(text)) throw problem('invalid', { detail: `Nested more than ${maxDepth} levels deep.` });
  if (text.length > long && hasManyNames(text))
    throw problem('invalid', { detail: 'Too many different fields.' });
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('not_json', { detail: 'Send a JSON document in UTF-8.' });
  }
  // Raw control characters are not JSON, so only escapes can smuggle them in.
  if (suspicious.test(text) && holdsUnstorable(value)) {
    throw problem('bad_text', {
      detail: 'The text holds U+0000 or half of a surrogate pair. Remove it and send again.',
    });
  }
  return value;
}

export function takeJsonOnly(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (_request: unknown, body: Buffer, done: (error: Error | null, value?: unknown) => void) => {
      try {
        done(null, parseJsonBody(body));
      } catch (error) {
        done(error instanceof Error ? error : new Error('Unreadable body'));
      }
    },
  );
}
