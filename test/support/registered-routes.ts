import type { App } from '../../src/server/http/context.ts';

/** `GET /api/me`: every route of the API that the application serves, as its contract writes it. */
export function registeredRoutes(app: App): string[] {
  return app.contracts.map((route) => `${route.method} ${route.path}`);
}
