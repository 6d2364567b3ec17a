import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PreviousAnswer } from '../contract.ts';
import { isOfThePair } from './pair.ts';
import { useRecord } from './record-context.ts';
import { previousQuery } from './record-rail.tsx';

/** What the two said last time, by item. */
export function usePreviousAnswers(): ReadonlyMap<string, PreviousAnswer> {
  const { record, myId } = useRecord();
  const { data } = useQuery({ ...previousQuery(record.id), enabled: isOfThePair(record, myId) });
  return useMemo(() => new Map(data?.items.map((answer) => [answer.itemId, answer])), [data]);
}
