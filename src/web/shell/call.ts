import { Problem, problemSchema } from '../../shared/problems.ts';
import type { CallInput, CallResult, Route } from '../../shared/routes.ts';

interface CallOptions {
  signal?: AbortSignal;
  /** Lets the request outlive the page, for what must not be lost when a tab closes. At most 64 KiB of body. */
  keepalive?: boolean;
}

type CallArguments<R extends Route> =
  object extends CallInput<R> ? [input?: CallInput<R> & CallOptions] : [input: CallInput<R> & CallOptions];

interface AnyInput extends CallOptions {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
}

/** The server could not be reached; what was typed stays on the device. */
export class Offline extends Error {
  constructor() {
    super('The server cannot be reached. Check your connection; then try again.');
    this.name = 'Offline';
  }
}

let whenSignedOut = () => {};

/** Called when the server no longer knows our session. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

/** Calls a route of the HTTP interface. Throws a `Problem`, or `Offline` where no answer came. */
export async function call<R extends Route>(route: R, ...[input]: CallArguments<R>): Promise<CallResult<R>> {
  const { params = {}, query = {}, body, signal, keepalive = false }: AnyInput = input ?? {};
  const request: RequestInit = { method: route.method, keepalive };
  if (signal !== undefined) request.signal = signal;
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { 'content-type': 'application/json' };
  }
  const response = await fetch(addressOf(route.path, params, query), request).catch((cause: unknown) => {
    throw signal?.aborted === true ? cause : new Offline();
  });
  if (!response.ok) throw await problemOf(response);
  // The server answers with what the contract declares: its response schema drops everything else.
  return (response.status === 204 ? undefined : await response.json()) as CallResult<R>;
}

/** Where a route is found, its parameters filled in. */
export function addressOf(
  path: string,
  params: Required<AnyInput>['params'],
  query: Required<AnyInput>['query'] = {},
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? filled : `${filled}?${new URLSearchParams(given).toString()}`;
}

export async function problemOf(response: Response): Promise<Problem> {
  const document = problemSchema.safeParse(await response.json().catch(() => null));
  // A proxy in between answers with pages of its own.
  if (!document.success)
    return new Problem(
      response.status === 404 ? 'not_found' : response.status >= 502 ? 'unavailable' : 'internal',
    );
  const { code, detail, errors, current } = document.data;
  if (code === 'signed_out') whenSignedOut();
  return new Problem(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(current === undefined ? {} : { current }),
  });
}
