import type { CallResult, Route } from '../../shared/routes.ts';
import { addressOf, Offline, problemOf } from './call.ts';

interface UploadOptions {
  params: Record<string, string>;
  query?: Record<string, string>;
  file: File;
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
}

/** Sends a file to a route that takes one. By XMLHttpRequest, because `fetch` tells nothing of how far it has come. */
export async function upload<R extends Route>(route: R, options: UploadOptions): Promise<CallResult<R>> {
  const { params, query = {}, file, signal, onProgress } = options;
  const form = new FormData();
  form.append('file', file);
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(route.method, addressOf(route.path, params, query));
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(loaded / Math.max(total, 1)),
    );
    request.addEventListener('load', () =>
      resolve(new Response(request.responseText, { status: request.status })),
    );
    request.addEventListener('error', () => reject(new Offline()));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
  if (!response.ok) throw await problemOf(response);
  // The server answers with what the contract declares: its response schema drops everything else.
  return (await response.json()) as CallResult<R>;
}
