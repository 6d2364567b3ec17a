/** Where an S3-compatible store keeps the files: FILES_URL taken apart. */
export interface S3Address {
  endpoint: string;
  region: string;
  bucket: string;
  /** In front of every name, with a slash at its end; '' for none. */
  prefix: string;
  key: string;
  secret: string;
}

/**
 * `https://key:secret@host/bucket/prefix?region=eu-central-1`; null where it is none. Key and secret are
 * percent-encoded where they hold characters that an address cannot.
 */
export function s3Address(text: string): S3Address | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const [bucket = '', ...folders] = url.pathname.split('/').filter(Boolean);
  const names = [...url.searchParams.keys()];
  const isRight =
    ['https:', 'http:'].includes(url.protocol) &&
    url.username !== '' &&
    url.password !== '' &&
    [url.username, url.password].every(isDecodable) &&
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) &&
    names.every((name) => name === 'region');
  if (!isRight) return null;
  return {
    endpoint: url.origin,
    region: url.searchParams.get('region') ?? 'us-east-1',
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    key: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
  };
}

/** Keys and secrets are ASCII; anything else behind a percent sign is a slip. */
function isDecodable(part: string): boolean {
  return !/%(?![0-7][0-9a-f])/i.test(part);
}
