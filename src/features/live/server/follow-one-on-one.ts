import type { Live } from '../../../server/events/live.ts';
import type { Asker } from '../../../server/http/serve.ts';
import { Problem } from '../../../shared/problems.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { LiveEvent } from '../contract.ts';

/** Changes that come together are told together. */
const together = 40;

/** A participant does not hear that there were any. */
const betweenTheTwo = new Set(['comment', 'resolved-thread']);

export interface Following {
  /** 404 where it does not exist for the viewer. */
  reach: () => Promise<unknown>;
  follow: (live: Live, say: (event: LiveEvent) => void, fail: (error: unknown) => void) => () => void;
}

/** Whether the viewer may still read it is found out for every event: a reader who was removed hears that and no more. */
export function followOneOnOne(asker: Asker, oneOnOneId: string): Following {
  const reach = async () => asker.read(async (db) => reachOneOnOne(db, oneOnOneId));
  return {
    reach,
    follow: (live, say, fail) => {
      let heard: { what: Set<string>; version: number | undefined } | null = null;
      let timer: NodeJS.Timeout | undefined;
      let isGone = false;
      const tell = async () => {
        const told = heard;
        heard = null;
        if (isGone) return;
        try {
          const { result: row, viewer } = await reach();
          const what = [...(told?.what ?? [])].filter(
            (thing) => !betweenTheTwo.has(thing) || [row.manager_id, row.employee_id].includes(viewer.id),
          );
          if (what.length === 0) return;
          say({ is: 'changed', what, ...(told?.version !== undefined && { version: told.version }) });
        } catch (error) {
          if (!(error instanceof Problem && error.code === 'not_found')) return fail(error);
          isGone = true;
          stop();
          say({ is: 'gone' });
        }
      };
      const stop = live.subscribe(`one-on-one ${oneOnOneId}`, (detail) => {
        const [what = 'one-on-one', version] = detail?.split(' ') ?? [];
        if (heard === null) {
          heard = { what: new Set(), version: undefined };
          timer = setTimeout(() => void tell(), together);
        }
        heard.what.add(what);
        if (version !== undefined) heard.version = Number(version);
      });
      return () => {
        stop();
        clearTimeout(timer);
      };
    },
  };
}
