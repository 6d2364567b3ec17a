import type { FastifyRequest } from 'fastify';
import type { Route } from '../../shared/routes.ts';

/**
 * What stands in the Authorization header of a route that takes tokens: the token, '' where it is none that we could
 * have made, or null where there is no such header and the session decides.
 */
export function bearerOf(request: FastifyRequest, route: Route): string | null {
  const { authorization } = request.headers;
  if (!route.takesToken || authorization === undefined) return null;
  return /^Bearer +(dlg_[\w-]{43})$/i.exec(authorization)?.[1] ?? '';
}
