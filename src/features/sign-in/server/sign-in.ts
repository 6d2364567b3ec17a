import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { dbOn } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import { inTransaction } from '../../../server/database/transaction.ts';
import type { Platform } from '../../../server/http/context.ts';
import { deviceCookieName } from '../../../server/http/cookies.ts';
import { problem } from '../../../shared/problems.ts';
import { mayTry } from '../domain/attempts.ts';
import type { AttemptKind } from '../domain/attempts.ts';
import { countTry, forgetFailures, uncountTry } from './attempts.ts';
import type { AttemptKeys } from './attempts.ts';
import { verifyPassword } from './password.ts';
import { setSessionCookies, startSession } from './start-session.ts';
import { attemptKey, provesDevice } from './tokens.ts';

interface Account {
  id: string;
  name: string;
  password_hash: string | null;
}

interface Credentials {
  email: string;
  password: string;
}

/** The same answer, after the same time, whether the address is unknown or the password wrong. */
export async function signIn(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  credentials: Credentials,
): Promise<{ person: { id: string; name: string } }> {
  const now = platform.clock();
  const email = credentials.email.trim().toLowerCase();
  const db = dbOn(platform.signIn);
  const account = await findAccount(db, email);
  const proof = request.cookies[deviceCookieName(platform)];
  const isKnownDevice = account !== undefined && provesDevice(platform.secretKey, account.id, proof);
  const keys = attemptKeys(platform, request, email);

  const held: readonly AttemptKind[] = isKnownDevice ? ['device'] : ['account', 'address'];
  if (!mayTry(await countTry(db, keys, held, now), isKnownDevice)) {
    for (const kind of held) await uncountTry(db, keys[kind], now);
    void reply.header('retry-after', '900');
    throw problem('too_many_attempts', {
      detail: 'Too many failed attempts. Wait 15 minutes and try again.',
    });
  }
  const isRight = await verifyPassword(credentials.password, account?.password_hash ?? null);
  if (!isRight || account === undefined) throw problem('wrong_credentials');
  const token = await inTransaction(platform.signIn, async (transaction) => {
    await forgetFailures(transaction, isKnownDevice ? keys.device : keys.account, now);
    if (!isKnownDevice) await uncountTry(transaction, keys.address, now);
    return startSession(transaction, request, account.id);
  });
  setSessionCookies(platform, reply, token, account.id);
  return { person: { id: account.id, name: account.name } };
}

async function findAccount(db: Db, email: string): Promise<Account | undefined> {
  return db.first(
    sql<Account>`select p.id, p.name, c.password_hash
      from person_address a join person p on p.id = a.person_id join credential c on c.person_id = p.id
     where a.email = ${email} and p.active and p.has_login`,
  );
}

function attemptKeys(platform: Platform, request: FastifyRequest, email: string): AttemptKeys {
  const { secretKey } = platform;
  return {
    account: attemptKey(secretKey, 'account', email),
    address: attemptKey(secretKey, 'address', request.ip),
    device: attemptKey(secretKey, 'device', email),
  };
}
