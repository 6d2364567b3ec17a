import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';
import type { Environment } from './config.ts';
import { loadSecretKey } from './secret-key.ts';
import { variables } from './variables.ts';

const key = 'k'.repeat(32);

function faultsOf(env: Environment, argv: string[] = []): string[] {
  try {
    parseConfig(env, argv, () => {
      throw new Error('no such file');
    });
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('needs nothing to be set', () => {
    expect(parseConfig({}, [])).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      dataDir: path.resolve('data'),
      database: { kind: 'embedded', binDir: null },
      mail: { smtpUrl: null },
      files: null,
      secretKey: null,
      logLevel: 'info',
      demo: true,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(parseConfig({ PORT: '', DATABASE_URL: '' }, []).port).toBe(3000);
  });

  it.each<[Environment, string[], boolean]>([
    [{}, [], true],
    [{}, ['--no-demo'], false],
    [{ HOST: '::1' }, [], true],
    [{ HOST: '0.0.0.0', ALLOW_INSECURE_HTTP: 'true' }, [], false],
    [{ DATABASE_URL: 'postgres://u@h/d', SECRET_KEY: key }, [], false],
    [{ DATABASE_URL: 'postgres://u@h/d', SECRET_KEY: key }, ['--demo'], true],
  ])('with %j and %j: demo is %s', (env, argv, demo) => {
    expect(parseConfig(env, argv).demo).toBe(demo);
  });

  it.each<[Environment, string]>([
    [{ PORT: '70000' }, 'PORT: must be a port number'],
    [{ PORT: '3000x' }, 'PORT: must be a port number'],
    [{ HOST: 'a b' }, 'HOST: must be'],
    [{ BASE_URL: 'https://a.example/path' }, 'BASE_URL: must be the address'],
    [{ BASE_URL: 'http://a.example' }, 'BASE_URL: plain http beyond this machine'],
    [{ HOST: '0.0.0.0' }, 'BASE_URL: plain http beyond this machine'],
    [{ HOST: '192.168.1.5', BASE_URL: 'http://localhost:3000' }, 'BASE_URL: plain http beyond this machine'],
    [{ DATABASE_URL: 'mysql://h/d', SECRET_KEY: key }, 'DATABASE_URL: must look like'],
    [{ DATABASE_URL: 'postgres://u@h/d' }, 'SECRET_KEY: is required with DATABASE_URL'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY: must have at least 32 characters'],
    [{ SECRET_KEY_FILE: '/absent' }, 'SECRET_KEY_FILE: the file cannot be read'],
    [{ SMTP_URL: 'smtp://h' }, 'MAIL_FROM: is required with SMTP_URL'],
    [{ SMTP_URL: 'http://h', MAIL_FROM: 'a@b.example' }, 'SMTP_URL: must look like'],
    [{ MAIL_FROM: 'A <a@b.example>\r\nBcc: c@d.example' }, 'MAIL_FROM: must look like'],
    [{ FILES_URL: 'ftp://h' }, 'FILES_URL: must look like'],
    [{ FILES_URL: 'https://s3.example/bucket' }, 'FILES_URL: must look like'],
    [{ FILES_URL: 'https://key:secret@s3.example/' }, 'FILES_URL: must look like'],
    [{ FILES_URL: 'https://key:secret@s3.example/bucket?zone=x' }, 'FILES_URL: must look like'],
    [{ FILES_URL: 'http://key:secret@s3.example/bucket' }, 'FILES_URL: plain http beyond this machine'],
    [{ TIME_ZONE: 'Mars/Olympus' }, 'TIME_ZONE: must be a time zone'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of fatal, error'],
    [{ ALLOW_INSECURE_HTTP: 'yes' }, 'ALLOW_INSECURE_HTTP: must be one of true, false'],
  ])('refuses %j', (env, fault) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it('tells all faults at once, flags too, and never a value', () => {
    const planted = 'xyzzy-planted';
    const faults = faultsOf(
      { PORT: planted, SMTP_URL: planted, SECRET_KEY: planted, LOG_LEVEL: planted, TIME_ZONE: planted },
      [`--key=${planted}`, '--demo', '--no-demo'],
    );
    expect(faults).toHaveLength(8);
    expect(faults.join('\n')).not.toContain(planted);
  });

  it('tells what is missing together with what is wrong', () => {
    const faults = faultsOf({ PORT: 'no', DATABASE_URL: 'postgres://u@h/d', SMTP_URL: 'smtp://h' });
    expect(faults.map((fault) => fault.split(':', 1)[0])).toEqual(['PORT', 'SECRET_KEY', 'MAIL_FROM']);
  });

  it('lets https through on every address, and plain http only when told to', () => {
    expect(parseConfig({ HOST: '0.0.0.0', BASE_URL: 'https://a.example/' }, []).baseUrl).toBe(
      'https://a.example',
    );
    expect(parseConfig({ HOST: '::', ALLOW_INSECURE_HTTP: 'true' }, []).baseUrl).toBe(
      'http://localhost:3000',
    );
    expect(parseConfig({ HOST: '::1', PORT: '80' }, []).baseUrl).toBe('http://[::1]');
  });

  it('reads a secret from a file, but not from two places', () => {
    expect(parseConfig({ SECRET_KEY_FILE: '/key' }, [], () => `${key}\n`).secretKey).toBe(key);
    expect(() => parseConfig({ SECRET_KEY: key, SECRET_KEY_FILE: '/key' }, [], () => key)).toThrow(
      'not both',
    );
  });

  it('reads the sender of mails with and without a name', () => {
    expect(parseConfig({ MAIL_FROM: 'Us <a@b.example>' }, []).mail.from).toEqual({
      name: 'Us',
      address: 'a@b.example',
    });
    expect(parseConfig({ MAIL_FROM: 'a@b.example' }, []).mail.from.address).toBe('a@b.example');
  });

  it('takes the address of a store apart', () => {
    const url = 'https://key:se%2Fcret@s3.example.org:9000/bucket/some/folder?region=eu-central-1';
    expect(parseConfig({ FILES_URL: url }, []).files).toEqual({
      endpoint: 'https://s3.example.org:9000',
      region: 'eu-central-1',
      bucket: 'bucket',
      prefix: 'some/folder/',
      key: 'key',
      secret: 'se/cret',
    });
    expect(parseConfig({ FILES_URL: 'http://k:s@127.0.0.1:9000/bucket' }, []).files).toMatchObject({
      prefix: '',
      region: 'us-east-1',
    });
  });

  it('is described in full by .env.example', () => {
    const example = readFileSync(path.join(import.meta.dirname, '../../../.env.example'), 'utf8');
    const named = example.matchAll(/^#?([A-Z_]+)=/gm).map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(Object.keys(variables)));
  });
});

describe('the secret key', () => {
  it('is made once, for this user alone', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-key-'));
    const made = await loadSecretKey({ secretKey: null, dataDir });
    expect(made.length).toBeGreaterThanOrEqual(64);
    expect(await loadSecretKey({ secretKey: null, dataDir })).toBe(made);
    expect((await stat(path.join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600);
    await rm(dataDir, { recursive: true });
  });
});
