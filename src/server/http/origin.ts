import type { FastifyRequest } from 'fastify';
import { problem } from '../../shared/problems.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site's page sent. Browsers say where a request comes from in
 * Sec-Fetch-Site, older ones in Origin; a client that says neither is no browser and carries no cookie
 * of somebody else.
 */
export function refuseForeignOrigin(baseUrl: URL, request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw problem('foreign_origin');
  }
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== baseUrl.origin) throw problem('foreign_origin');
}
