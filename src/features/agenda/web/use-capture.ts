import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newUuid } from '../../../shared/uuid.ts';
import { queryOf } from '../../../web/shell/queries.ts';
import { Sentence } from '../../../web/ui/sentence.ts';
import { seriesRoutes } from '../../series/contract.ts';
import { maxPointLength, type PointKind } from '../domain/points.ts';
import { refreshAgenda } from './agenda-queries.ts';
import { captureTargets, noteUsed } from './capture-targets.ts';
import { forgetPoint, keepPoint, sendPoint } from './outbox.ts';
import { firstName } from './words.ts';

interface CaptureOptions {
  myId: string;
  /** Whose page is open. */
  seriesId: string | undefined;
  text: string;
  onText: (text: string) => void;
  /** Added, or kept on this device until it can be: in words. */
  onDone: (words: string) => void;
}

/** Writes something down for one of my pairs; without a connection it is kept here and sent later. */
export function useCapture({ myId, seriesId, text, onText, onDone }: CaptureOptions) {
  const series = useQuery({
    ...queryOf(seriesRoutes.list, { query: { limit: 200 } }),
    refetchOnMount: 'always', // one may have been set up since
  });
  const targets = captureTargets(series.data?.items ?? [], myId);
  const [chosen, setChosen] = useState<string | null>(seriesId ?? null);
  const [kind, setKind] = useState<PointKind>('topic');
  const [shared, setShared] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const target = targets.find((one) => one.seriesId === chosen) ?? targets[0];

  async function add(): Promise<void> {
    const said = text.trim();
    if (target === undefined || isPending) return;
    if (said === '' || said.length > maxPointLength) {
      setError(new Sentence(said === '' ? 'Write something first.' : tooLong(said.length)));
      return;
    }
    setPending(true);
    setError(null);
    const point = { id: newUuid(), seriesId: target.seriesId, kind, text: said, shared, refused: null };
    keepPoint(myId, point);
    const sent = await sendPoint(myId, point);
    setPending(false);
    if (sent.is === 'refused') {
      forgetPoint(myId, point.id);
      setError(sent.error);
      return;
    }
    noteUsed(myId, target.seriesId);
    onText('');
    void refreshAgenda();
    onDone(sent.is === 'waits' ? keptWords : addedWords(firstName(target.name), shared));
  }
  return {
    targets,
    isLoading: series.data === undefined && series.error === null,
    loadError: series.data === undefined ? series.error : null,
    target,
    choose: setChosen,
    kind,
    setKind,
    shared,
    setShared,
    isPending,
    error,
    add,
  };
}

const keptWords = 'Kept on this device. It is sent when the connection is back.';

function addedWords(name: string, shared: boolean): string {
  return shared ? `On the agenda with ${name}.` : `Kept for ${name}. Only you see it.`;
}

function tooLong(length: number): string {
  return `At most ${maxPointLength} characters: these are ${length}.`;
}
