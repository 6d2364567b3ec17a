import { buffer } from 'node:stream/consumers';
import { parentPort } from 'node:worker_threads';
import { writtenIn } from '../../domain/words.ts';
import type { Drawn, ToDraw } from './draw-pdf.ts';
import { writePdf } from './write-pdf.ts';

// Runs in a thread of its own, one document after the other.
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (wanted: ToDraw) => {
  last = last.then(async () => parentPort?.postMessage(await draw(wanted), []));
});

async function draw({ key, record, timeZone, paper }: ToDraw): Promise<Drawn> {
  try {
    return { key, bytes: await buffer(await writePdf(record, writtenIn(timeZone), paper)) };
  } catch (error) {
    return { key, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
