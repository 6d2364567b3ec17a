import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Route } from '../../shared/routes.ts';
import type { Announce } from '../events/announce.ts';
import type { Live } from '../events/live.ts';
import type { FileStorage } from '../storage/file-storage.ts';

/** What the platform hands to every feature: explicit, small, made once in main.ts. */
export interface Platform {
  /** Requests as a person: row-level security. */
  web: pg.Pool;
  /** Credentials and sessions, nothing else. */
  signIn: pg.Pool;
  secretKey: string;
  /** Where people reach this installation; links in mails begin with it. */
  baseUrl: URL;
  clock: () => Date;
  /** Of the organisation: which day it is, where nobody says it. */
  timeZone: string;
  /** False while mails are kept in a folder. */
  mailLeaves: boolean;
  announce: Announce;
  live: Live;
  /** The bytes of files. */
  files: FileStorage;
  /** Archives that people asked for, for a day. */
  archives: FileStorage;
  log: FastifyBaseLogger | undefined;
}

export interface App {
  http: FastifyInstance;
  /** Every route that is served, in the order of registration. */
  contracts: Route[];
  platform: Platform;
}
