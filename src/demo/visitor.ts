import type { App } from '../server/http/context.ts';
import type { CallInput, CallResult, Route } from '../shared/routes.ts';

interface Parts {
  params?: Record<string, string>;
  body?: unknown;
}

/** Calls the application's own routes as one signed-in person, without a network. */
export interface Visitor {
  call: <R extends Route>(route: R, input: CallInput<R>) => Promise<CallResult<R>>;
}

export function visitor(app: App, cookie: string): Visitor {
  return {
    call: async <R extends Route>(route: R, input: CallInput<R>) => {
      const { params = {}, body } = input as Parts; // the parts that a route may have, by name
      const url = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
      const response = await app.http.inject({
        method: route.method,
        url,
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      });
      if (response.statusCode >= 400)
        throw new Error(`${route.method} ${route.path}: ${response.statusCode}`);
      // The route's own schema has made the answer.
      return (response.statusCode === 204 ? undefined : response.json()) as CallResult<R>;
    },
  };
}
