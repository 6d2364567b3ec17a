import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../../shared/problems.ts';
import { call } from '../../../web/shell/call.ts';
import { createTurns } from '../../../web/shell/turns.ts';
import { useWaitingWrites } from '../../../web/shell/waiting-writes.ts';
import { moveItem } from '../../../web/ui/move-items.ts';
import { useRemovals } from '../../../web/ui/use-removals.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { agendaRoutes as routes, type Agenda, type TalkingPoint } from '../contract.ts';
import type { PointKind } from '../domain/points.ts';
import { agendaQuery, refreshAgenda } from './agenda-queries.ts';
import { shortly } from './words.ts';

/** What the other does is called out to the open page; this is for what a private point on another device is. */
const lookAgain = 60_000;

export interface Discussion {
  outcome?: RichText | null;
  isDecision?: boolean;
}

export type AgendaActs = ReturnType<typeof useAgenda>['acts'];

/** The agenda of a series. Each change shows at once, is written in turn, and is taken back where it is refused. */
export function useAgenda(seriesId: string) {
  const queryClient = useQueryClient();
  const query = agendaQuery(seriesId);
  const [writing, setWriting] = useState(0);
  const {
    data,
    error: loadError,
    refetch,
  } = useQuery({
    ...query,
    refetchInterval: () => (writing > 0 ? false : lookAgain),
  });
  const [error, setError] = useState<unknown>(null);
  const removals = useRemovals();
  const [{ write, idle }] = useState(() => createTurns(setError));

  function show(change: (agenda: Agenda) => Agenda): void {
    void queryClient.cancelQueries({ queryKey: query.queryKey });
    queryClient.setQueryData(query.queryKey, (agenda) => agenda && change(agenda));
  }
  const showPoint = (id: string, change: (point: TalkingPoint) => Partial<TalkingPoint>) => {
    const inList = (points: TalkingPoint[]) =>
      points.map((point) => (point.id === id ? { ...point, ...change(point) } : point));
    show((agenda) => ({ ...agenda, points: inList(agenda.points), later: inList(agenda.later) }));
  };
  const without = (id: string) =>
    show((agenda) => ({
      ...agenda,
      points: agenda.points.filter((point) => point.id !== id),
      later: agenda.later.filter((point) => point.id !== id),
    }));
  /** Answers whether the server took it. */
  async function send(request: () => Promise<unknown>): Promise<boolean> {
    setWriting((count) => count + 1);
    const isWritten = await write(request);
    setWriting((count) => count - 1);
    await refreshAgenda();
    return isWritten;
  }

  useWaitingWrites(async () => {
    removals.commitAll(false);
    await idle();
  });

  const at = (id: string) => ({ params: { pointId: id } });
  const acts = {
    ready: async (isReady: boolean, side: 'manager' | 'employee') => {
      const mark = isReady ? new Date().toISOString() : null;
      show((agenda) => ({ ...agenda, ready: { ...agenda.ready, [side]: mark } }));
      await send(async () => call(isReady ? routes.ready : routes.notReady, { params: { seriesId } }));
    },
    move: async (id: string, to: number) => {
      const points = moveItem(queryClient.getQueryData(query.queryKey)?.points ?? [], id, to);
      show((agenda) => ({ ...agenda, points }));
      const before = points[points.findIndex((point) => point.id === id) + 1]?.id ?? null;
      await send(async () => call(routes.move, { ...at(id), body: { before } }));
    },
    share: async (point: TalkingPoint) => {
      showPoint(point.id, () => ({ shared: true }));
      await send(async () => call(routes.share, at(point.id)));
    },
    kind: async (point: TalkingPoint, kind: PointKind) => {
      showPoint(point.id, () => ({ kind }));
      await send(async () => reword(point, { kind }));
    },
    recur: async (point: TalkingPoint, recurring: boolean) => {
      showPoint(point.id, () => ({ recurring }));
      await send(async () => reword(point, { recurring }));
    },
    /** Throws where it is refused: what was typed stays in its field. */
    reword: async (point: TalkingPoint, body: RichText) => {
      await reword(point, { body });
      showPoint(point.id, () => ({ body }));
      await refreshAgenda();
    },
    putOff: async (point: TalkingPoint, until: string) => {
      without(point.id);
      await send(async () => call(routes.putOff, { ...at(point.id), body: { until } }));
    },
    takeBack: async (point: TalkingPoint) => {
      show((agenda) => ({ ...agenda, later: agenda.later.filter(({ id }) => id !== point.id) }));
      await send(async () => call(routes.takeBack, at(point.id)));
    },
    discuss: async (point: TalkingPoint, discussion: Discussion = {}) => {
      without(point.id);
      return send(async () => call(routes.discuss, { ...at(point.id), body: discussion }));
    },
    undiscuss: async (point: TalkingPoint) => send(async () => call(routes.undiscuss, at(point.id))),
    /** Hidden at once; what only its author saw is deleted, what both saw stays among what was dropped. */
    drop: (point: TalkingPoint) => {
      const isGone = !point.shared && point.abilities.remove;
      const words = `“${shortly(point)}” is ${isGone ? 'deleted' : 'dropped'}.`;
      removals.remove(point.id, words, async (keepalive) => {
        const done = send(async () =>
          call(isGone ? routes.remove : routes.drop, { ...at(point.id), keepalive }),
        );
        if (await done) without(point.id);
      });
    },
    takeUp: async (point: TalkingPoint) => send(async () => call(routes.takeUp, at(point.id))),
  };
  const isShown = ({ id }: TalkingPoint) => !removals.has(id);
  return {
    agenda: data && { ...data, points: data.points.filter(isShown), later: data.later.filter(isShown) },
    loadError,
    reload: () => void refetch(),
    error,
    acts,
  };
}

interface Wanted {
  kind?: PointKind;
  body?: RichText;
  recurring?: boolean;
}

/** Where somebody else's device changed another part of the point, this part is written all the same. */
async function reword(point: TalkingPoint, wanted: Wanted): Promise<void> {
  const send = async (version: number) =>
    call(routes.reword, { params: { pointId: point.id }, body: { ...wanted, version } });
  try {
    await send(point.version);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'stale_version') throw error;
    const current = error.extras.current as TalkingPoint; // what the contract's stale answer holds
    const isSame = wanted.body === undefined || JSON.stringify(current.body) === JSON.stringify(point.body);
    if (!isSame) throw error;
    await send(current.version);
  }
}
