import type * as z from 'zod/mini';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A schema whose output type is known; `undefined` where a part of the request does not exist. */
type Part = z.ZodMiniType | undefined;

/**
 * One route of the HTTP interface: read by the server (which registers it), by the browser (which calls it)
 * and by the API description. What is built for the browser keeps `method`, `path`, `public` and `streams` alone
 * (vite.config.ts): the rest would only weigh there. Path parameters are written `{like}` this; a parameter that
 * does not match its schema answers 404, as an id that never existed does.
 */
export interface Route<
  Params extends Part = Part,
  Query extends Part = Part,
  Body extends Part = Part,
  Result extends Part = Part,
> {
  readonly method: Method;
  readonly path: `/api/${string}`;
  /** One short sentence for the API description. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly result: Result;
  /** 200 by default, 204 where there is no result. */
  readonly status: 200 | 201 | 204;
  /** True where no session is needed. */
  readonly public: boolean;
  /** Highest number of bytes of the body; 64 KiB by default. */
  readonly bodyLimit: number;
  /** True where a program's access token is taken as well as a session; what it may do is looked up each time. */
  readonly takesToken: boolean;
  /** The media type of what streams back instead of a JSON document; null for JSON. */
  readonly streams: string | null;
}

interface RouteOptions<Params extends Part, Query extends Part, Body extends Part, Result extends Part> {
  method: Method;
  path: `/api/${string}`;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  result?: Result;
  status?: 200 | 201;
  public?: boolean;
  bodyLimit?: number;
  takesToken?: boolean;
  streams?: string;
}

export function defineRoute<
  Params extends Part = undefined,
  Query extends Part = undefined,
  Body extends Part = undefined,
  Result extends Part = undefined,
>(options: RouteOptions<Params, Query, Body, Result>): Route<Params, Query, Body, Result> {
  return {
    method: options.method,
    path: options.path,
    summary: options.summary,
    // An absent option is the type parameter's `undefined`, which TypeScript cannot see through.
    params: options.params as Params,
    query: options.query as Query,
    body: options.body as Body,
    result: options.result as Result,
    status: options.result === undefined && options.streams === undefined ? 204 : (options.status ?? 200),
    public: options.public ?? false,
    bodyLimit: options.bodyLimit ?? 64 * 1024,
    takesToken: options.takesToken ?? false,
    streams: options.streams ?? null,
  };
}

export type OutputOf<P extends Part> = P extends z.ZodMiniType ? z.output<P> : undefined;

type Keyed<Name extends string, P extends Part> = P extends z.ZodMiniType
  ? { [K in Name]: z.input<P> }
  : unknown;

/** What a caller passes for a route: only the parts that it has. */
export type CallInput<R extends Route> = Keyed<'params', R['params']> &
  Keyed<'query', R['query']> &
  Keyed<'body', R['body']>;
export type CallResult<R extends Route> = OutputOf<R['result']>;
