import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { S3Address } from '../storage/s3-address.ts';
import { secretVariables, variables, variablesSchema } from './variables.ts';
import type { Sender, Variables } from './variables.ts';

export interface Config {
  port: number;
  host: string;
  /** The address people open, without a slash at the end. Links in mails are made with it. */
  baseUrl: string;
  /** Absolute. */
  dataDir: string;
  database: { kind: 'embedded'; binDir: string | null } | { kind: 'external'; url: string };
  /** `smtpUrl` is null where no mail leaves: they are kept in the data folder. */
  mail: { smtpUrl: string | null; from: Sender };
  /** Null: files are kept in the data folder. */
  files: S3Address | null;
  /** Null only with the embedded database: see `loadSecretKey`. */
  secretKey: string | null;
  timeZone: string;
  /** Whose word is taken for the address that a request comes from, beside this machine's own. */
  trustedProxies: string[];
  logLevel: Variables['LOG_LEVEL'];
  /** Whether an empty database is filled with the demo company. */
  demo: boolean;
}

export type Environment = Record<string, string | undefined>;

/** All that is wrong with the configuration, by name and never by value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`The configuration has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads everything at once, so that all faults are told at once. Throws `ConfigError`. */
export function parseConfig(
  env: Environment,
  argv: readonly string[],
  readFile: (file: string) => string = (file) => readFileSync(file, 'utf8'),
): Config {
  const faults: string[] = [];
  const given = readVariables(env, readFile, faults);
  const parsed = variablesSchema.safeParse(given);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${messageOf(issue)}`));
  }
  const demoFlag = readFlags(argv, faults);
  checkGiven(given, faults);
  if (!parsed.success) throw new ConfigError(faults);

  const values = parsed.data;
  const baseUrl = values.BASE_URL ?? defaultBaseUrl(values.HOST, values.PORT);
  checkTogether(values, baseUrl, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    port: values.PORT,
    host: values.HOST,
    baseUrl,
    dataDir: path.resolve(values.DATA_DIR),
    database:
      values.DATABASE_URL === undefined
        ? { kind: 'embedded', binDir: values.PG_BINDIR ?? null }
        : { kind: 'external', url: values.DATABASE_URL },
    mail: {
      smtpUrl: values.SMTP_URL ?? null,
      from: values.MAIL_FROM ?? { name: 'Duologue', address: 'duologue@localhost' },
    },
    files: values.FILES_URL ?? null,
    secretKey: values.SECRET_KEY ?? null,
    timeZone: values.TIME_ZONE,
    trustedProxies: values.TRUSTED_PROXIES,
    logLevel: values.LOG_LEVEL,
    demo: demoFlag ?? (values.DATABASE_URL === undefined && isLoopback(values.HOST)),
  };
}

/** The known variables that are set; an empty one counts as absent. Secrets may come from a file. */
function readVariables(env: Environment, readFile: (file: string) => string, faults: string[]): Environment {
  const given: Environment = {};
  for (const name of Object.keys(variables)) given[name] = env[name] || undefined;
  for (const name of secretVariables) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (given[name] !== undefined) faults.push(`${name}: set either ${name} or ${name}_FILE, not both`);
    try {
      given[name] = readFile(file).trim();
      if (given[name] === '') faults.push(`${name}_FILE: the file is empty`);
    } catch {
      faults.push(`${name}_FILE: the file cannot be read`);
    }
  }
  return given;
}

function messageOf(issue: { code?: string; message: string; values?: unknown }): string {
  return issue.code === 'invalid_value' && Array.isArray(issue.values)
    ? `must be one of ${issue.values.join(', ')}`
    : issue.message;
}

function readFlags(argv: readonly string[], faults: string[]): boolean | undefined {
  const flags = new Set(argv);
  for (const flag of flags) {
    if (flag === '--demo' || flag === '--no-demo') continue;
    faults.push(`${flag.split('=', 1)[0]}: is not an option; there are --demo and --no-demo`);
  }
  if (flags.has('--demo') && flags.has('--no-demo')) faults.push('--demo: contradicts --no-demo');
  if (flags.has('--demo')) return true;
  return flags.has('--no-demo') ? false : undefined;
}

/** What is missing, also where something else is wrong in itself. */
function checkGiven(given: Environment, faults: string[]): void {
  if (given['DATABASE_URL'] !== undefined && given['SECRET_KEY'] === undefined) {
    faults.push(
      'SECRET_KEY: is required with DATABASE_URL, at least 32 characters, the same for all processes',
    );
  }
  if (given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined) {
    faults.push('MAIL_FROM: is required with SMTP_URL, like Duologue <duologue@example.org>');
  }
}

function checkTogether(values: Variables, baseUrl: string, faults: string[]): void {
  const url = new URL(baseUrl);
  const leavesThisMachine = !isLoopback(values.HOST) || !isLoopback(url.hostname);
  if (url.protocol === 'http:' && leavesThisMachine && !values.ALLOW_INSECURE_HTTP) {
    faults.push(
      'BASE_URL: plain http beyond this machine lets anybody on the way read along. Put a proxy with https in ' +
        'front and set BASE_URL to its https:// address (or, to try it out, set ALLOW_INSECURE_HTTP=true, and BASE_URL ' +
        'to the http:// address that people open)',
    );
  }
  const store = values.FILES_URL && new URL(values.FILES_URL.endpoint);
  if (store?.protocol === 'http:' && !isLoopback(store.hostname) && !values.ALLOW_INSECURE_HTTP) {
    faults.push(
      'FILES_URL: plain http beyond this machine lets anybody on the way read the files; use https://',
    );
  }
}

function defaultBaseUrl(host: string, port: number): string {
  // Nobody can open "every address".
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
