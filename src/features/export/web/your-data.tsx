import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { RadioGroup } from '../../../web/ui/radio-group.tsx';
import { SegmentedControl } from '../../../web/ui/segmented-control.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { exportRoutes as routes } from '../contract.ts';
import { isUnderWay } from '../domain/archives.ts';
import type { ArchiveKind } from '../domain/archives.ts';
import type { Format } from '../domain/formats.ts';
import { ArchiveList } from './archive-list.tsx';
import { formatWords, kindWords } from './archive-words.ts';
import { paperHere } from './paper-here.ts';
import styles from './your-data.module.css';

const query = queryOf(routes.list, {});

const kinds = (['everything', 'about-me'] as const).map((id) => ({ id, ...kindWords[id] }));
const formats = (['pdf', 'md', 'json'] as const).map((id) => ({ id, label: formatWords[id] }));

/** Takes along what one may read, or what is about oneself, as one archive. */
export function YourData() {
  const { data, error, refetch } = useQuery({
    ...query,
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => isUnderWay(item.state)) === true ? 1000 : false,
  });
  const [what, setWhat] = useState<ArchiveKind>('everything');
  const [format, setFormat] = useState<Format>('pdf');
  const act = useAction();
  const archives = data?.items ?? [];

  async function start(): Promise<void> {
    const started = await call(routes.start, { body: { what, format, paper: paperHere } });
    queryClient.setQueryData(query.queryKey, (before) => ({ items: [started, ...(before?.items ?? [])] }));
  }

  return (
    <div className={styles.data}>
      <RadioGroup label="One archive of" options={kinds} value={what} onChange={setWhat} />
      <div className={styles.start}>
        <SegmentedControl label="Format" options={formats} value={format} onChange={setFormat} />
        <Button
          onPress={() => void act.run(start)}
          isPending={act.isPending || archives.some(({ state }) => isUnderWay(state))}
        >
          Start export
        </Button>
      </div>
      {act.error !== null && <InlineError error={act.error} />}
      {error !== null && <InlineError error={error} onRetry={() => void refetch()} />}
      <ArchiveList archives={archives} />
    </div>
  );
}
