import { isIP } from 'node:net';
import * as z from 'zod';
import { s3Address } from '../storage/s3-address.ts';

/** What is read from the environment, one schema a variable. Messages say what is expected, never what was given. */
export const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be a port number, 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || /^[a-z0-9.-]+$/i.test(host), 'must be an IP address or a host name')
    .default('127.0.0.1'),
  BASE_URL: z
    .string()
    .refine(isOrigin, 'must be the address people open, like https://duologue.example.org, without a path')
    .transform((text) => new URL(text).origin)
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => hasScheme(text, ['postgres:', 'postgresql:']),
      'must look like postgres://user:password@host/name',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .refine((text) => hasScheme(text, ['smtp:', 'smtps:']), 'must look like smtps://user:password@host:465')
    .optional(),
  MAIL_FROM: z
    .string()
    .transform(parseSender)
    .refine((sender) => sender !== null, 'must look like Duologue <duologue@example.org>')
    .optional(),
  FILES_URL: z
    .string()
    .transform(s3Address)
    .refine(
      (address) => address !== null,
      'must look like https://key:secret@host/bucket?region=eu-central-1',
    )
    .optional(),
  SECRET_KEY: z
    .string()
    .min(32, 'must have at least 32 characters; `openssl rand -base64 48` makes one')
    .optional(),
  TIME_ZONE: z
    .string()
    .refine((zone) => isTimeZone(zone), 'must be a time zone like Europe/Amsterdam')
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ALLOW_INSECURE_HTTP: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((parts) => parts.every(isNetwork), 'must be addresses or networks like 10.0.0.5, 10.1.0.0/16')
    .default([]),
  PG_BINDIR: z.string().optional(),
};

/** These may also be given as a file, by the name with `_FILE` behind it. */
export const secretVariables = ['DATABASE_URL', 'SMTP_URL', 'FILES_URL', 'SECRET_KEY'] as const;

export const variablesSchema = z.object(variables);
export type Variables = z.output<typeof variablesSchema>;

export interface Sender {
  name: string;
  address: string;
}

function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.split('/');
  return (
    rest.length === 0 &&
    isIP(address) !== 0 &&
    /^\d{1,3}$/.test(bits) &&
    Number(bits) <= (isIP(address) === 6 ? 128 : 32)
  );
}

function hasScheme(text: string, schemes: string[]): boolean {
  return URL.canParse(text) && schemes.includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  if (!hasScheme(text, ['http:', 'https:'])) return false;
  const url = new URL(text);
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

function parseSender(text: string): Sender | null {
  const [, name = '', angled, bare] =
    /^(?:([^<>"\r\n]*?)\s*<([^<>\s@]+@[^<>\s@]+)>|([^<>\s@]+@[^<>\s@]+))$/.exec(text) ?? [];
  const address = angled ?? bare;
  return address === undefined ? null : { name: name.trim() || 'Duologue', address };
}
