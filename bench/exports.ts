import { sql } from 'kysely';
import { fillArchive } from '../src/features/export/server/fill-archive.ts';
import { asOwner } from '../src/server/database/as-owner.ts';
import { fill } from './fill.ts';
import { serveProduct, withDatabase } from './serve.ts';

const count = 500;

/** Everything that somebody with 500 one-on-ones may read: how long it takes, and what memory it takes at most. */
export async function measureExports(): Promise<void> {
  await withDatabase(async (place) => {
    const world = await fill(place, count + 100);
    await asOwner(place, async (db) => {
      await db.run(sql`alter table one_on_one disable trigger user`);
      await db.run(sql`update one_on_one set manager_id = (select person_id from session)`);
      await db.run(sql`delete from one_on_one where id in (select id from one_on_one offset ${count})`);
      await db.run(sql`alter table one_on_one enable trigger user`);
      await db.run(sql`analyze one_on_one`);
    });
    const product = await serveProduct(place);
    for (const format of ['json', 'md', 'pdf']) {
      const url = `${product.address}/api/exports`;
      const headers = { cookie: `duologue=${world.token}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ what: 'everything', format });
      const { id } = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { id: string }; // by its contract
      const { seconds, grown, peak } = await measure(async () => fillArchive(product, id));
      const archive = await fetch(`${url}/${id}/archive`, { headers });
      if (!archive.ok) throw new Error(`The export answered ${archive.status}.`);
      const size = (await archive.arrayBuffer()).byteLength;
      await fetch(`${url}/${id}`, { method: 'DELETE', headers: { cookie: headers.cookie } });
      console.log(
        `an export of ${count} one-on-ones as ${format}: ${seconds.toFixed(1)} s, ${megabytes(size)} MB, memory ${megabytes(grown)} MB more, at most ${megabytes(peak)} MB`,
      );
    }
    await product.stop();
  });
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

async function measure(work: () => Promise<void>): Promise<{ seconds: number; grown: number; peak: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const start = performance.now();
  await work();
  clearInterval(watch);
  return { seconds: (performance.now() - start) / 1000, grown: peak - before, peak };
}
