import type { Readable } from 'node:stream';

export interface StoredObject {
  /** A file's id; or of the remains of a write that was cut off, whatever it is called. */
  name: string;
  storedAt: Date;
}

/** Where the bytes of files are kept, by the file's id. What they are called and who may read them, the database says. */
export interface FileStorage {
  /** Resolves when the bytes are safe; leaves nothing where it fails. */
  put: (id: string, bytes: Readable) => Promise<void>;
  /** Null where there is nothing of this id; fails, also before the first byte, where the storage does. */
  get: (id: string) => Promise<Readable | null>;
  /** What is not there is deleted already. */
  delete: (name: string) => Promise<void>;
  list: () => AsyncIterable<StoredObject>;
}
