import { Suspense } from 'react';
import { LoadMore } from '../../features/one-on-ones/web/load-more.tsx';
import { OneOnOneTable } from '../../features/one-on-ones/web/one-on-one-table.tsx';
import { useOneOnOnes } from '../../features/one-on-ones/web/use-one-on-ones.ts';
import type { Series } from '../../features/series/contract.ts';
import { otherOfSeries } from '../../features/series/web/series-words.ts';
import { RichTextEditor } from '../../features/rich-text/web/rich-text-editor.tsx';
import { RichTextReader } from '../../features/rich-text/web/rich-text-reader.tsx';
import { useMe } from '../shell/session.ts';
import { WritingContext } from '../shell/writing.ts';
import { InlineError } from '../ui/inline-error.tsx';
import { late } from '../ui/late.ts';
import { Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const AgendaPanel = late(() => import('../../features/agenda/web/agenda-panel.tsx'));
const SeriesSignals = late(() => import('./signals/series-signals.tsx'));
const PromisesPart = late(() => import('./promises-part.tsx'));
const PreparationPart = late(() => import('./preparation-part.tsx'));

const writing = { Editor: RichTextEditor, Reader: RichTextReader };

/** Where the features meet on the page of a series. */
export function SeriesParts({ series }: { series: Series }) {
  return (
    <WritingContext value={writing}>
      <Suspense fallback={<Skeleton shape="rows" lines={5} />}>
        <AgendaPanel series={series} />
      </Suspense>
      <Suspense>
        <SeriesSignals series={series} />
      </Suspense>
      <Suspense fallback={<Skeleton shape="rows" lines={3} />}>
        <PreparationPart series={series} />
      </Suspense>
      <Suspense fallback={<Skeleton shape="rows" lines={3} />}>
        <PromisesPart series={series} />
      </Suspense>
      <PastOneOnOnes series={series} />
    </WritingContext>
  );
}

function PastOneOnOnes({ series }: { series: Series }) {
  const me = useMe();
  const list = useOneOnOnes({ personId: otherOfSeries(series, me.person.id).id });
  // With somebody who is manager and employee at once, the other direction has a page of its own.
  const rows = list.rows?.filter(({ manager }) => manager.id === series.manager.id);
  return (
    <Section title="One-on-ones so far">
      {list.error !== null && <InlineError error={list.error} onRetry={list.retry} />}
      {rows === undefined && list.error === null && <Skeleton shape="rows" lines={4} />}
      {rows?.length === 0 && <p>Their records stand here, the newest first, once a meeting was held.</p>}
      {rows !== undefined && rows.length > 0 && (
        <OneOnOneTable label="One-on-ones so far" rows={rows} myId={me.person.id} inGroup ofOnePair />
      )}
      <LoadMore list={list} />
    </Section>
  );
}
