import { Worker } from 'node:worker_threads';
import type { ExportedRecord } from '../../domain/exported-record.ts';
import type { Paper } from '../../domain/formats.ts';

export interface ToDraw {
  key: number;
  record: ExportedRecord;
  timeZone: string;
  paper: Paper;
}

export interface Drawn {
  key: number;
  bytes?: Uint8Array;
  fault?: string;
}

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let count = 0;

/**
 * Draws a PDF in a thread of its own: it takes a tenth of a second and more, in which nobody else would be answered.
 * The thread begins with the first document and keeps its fonts for the next.
 */
export async function drawPdf(record: ExportedRecord, timeZone: string, paper: Paper): Promise<Uint8Array> {
  thread ??= startThread();
  count += 1;
  const wanted: ToDraw = { key: count, record, timeZone, paper };
  const drawn = new Promise<Uint8Array>(
    (resolve, reject) => void waiting.set(wanted.key, { resolve, reject }),
  );
  thread.ref();
  thread.postMessage(wanted, []);
  return drawn;
}

function startThread(): Worker {
  const started = new Worker(new URL('pdf-thread.ts', import.meta.url));
  started.on('message', ({ key, bytes, fault }: Drawn) => {
    const who = waiting.get(key);
    waiting.delete(key);
    if (bytes === undefined) who?.reject(new Error(fault));
    else who?.resolve(bytes);
    // It keeps no process alive that waits for nothing any more.
    if (waiting.size === 0) started.unref();
  });
  const end = (why: unknown) => {
    if (thread === started) thread = null;
    const lost = why instanceof Error ? why : new Error('The thread that draws ended.');
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  };
  started.on('error', end);
  started.on('exit', end);
  return started;
}
