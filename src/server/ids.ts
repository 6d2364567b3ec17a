import { randomUUIDv7 } from 'node:crypto';

/** A new UUIDv7. Made here and not by the database, because PostgreSQL 15 has no `uuidv7()`. */
export function newId(): string {
  return randomUUIDv7();
}
