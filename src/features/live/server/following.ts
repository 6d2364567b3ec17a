import type { Live } from '../../../server/events/live.ts';
import { Problem } from '../../../shared/problems.ts';
import type { LiveEvent } from '../contract.ts';

/** Changes that come together are told together. */
const together = 40;

export interface Following {
  /** 404 where it does not exist for the viewer. */
  reach: () => Promise<unknown>;
  follow: (live: Live, say: (event: LiveEvent) => void, fail: (error: unknown) => void) => () => void;
}

interface Followed {
  /** What the database calls out: `one-on-one <id>`. What changed stands after it, and a version where it has one. */
  topic: string;
  /** What to say where something may have been missed. */
  afterGap: string;
  reach: () => Promise<unknown>;
  /** Of what changed, what this viewer may hear of, as they stand now; throws what `reach` throws. */
  mayHear: (what: readonly string[]) => Promise<string[]>;
}

/** Whether the viewer may still read it is found out for every event: whoever no longer may hears that and no more. */
export function following({ topic, afterGap, reach, mayHear }: Followed): Following {
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
          const what = await mayHear([...(told?.what ?? [])]);
          if (what.length === 0) return;
          say({ is: 'changed', what, ...(told?.version !== undefined && { version: told.version }) });
        } catch (error) {
          if (!(error instanceof Problem && error.code === 'not_found')) return fail(error);
          isGone = true;
          stop();
          say({ is: 'gone' });
        }
      };
      const stop = live.subscribe(topic, (detail) => {
        const [what = afterGap, version] = detail?.split(' ') ?? [];
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
