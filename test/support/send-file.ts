import type { Answer, TestApp, TestPerson } from './test-app.ts';

export interface SentFile {
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
  type?: string;
}

/** The smallest picture there is. */
export const tinyPng = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A form with one file, as a browser sends it. */
export async function fileForm({ name, content, type = '' }: SentFile) {
  const form = new FormData();
  form.append('file', new File([content], name, { type }));
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') ?? '';
  return { payload: Buffer.from(await encoded.arrayBuffer()), contentType };
}

export async function sendFile(
  test: TestApp,
  person: Pick<TestPerson, 'cookie'>,
  url: string,
  file: SentFile,
): Promise<Answer> {
  const { payload, contentType } = await fileForm(file);
  const raw = await test.app.http.inject({
    method: 'POST',
    url,
    headers: { cookie: person.cookie, 'content-type': contentType },
    payload,
  });
  return { status: raw.statusCode, body: raw.payload === '' ? '' : raw.json(), raw };
}
