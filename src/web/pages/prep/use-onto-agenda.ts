import { useState } from 'react';
import { agendaQuery, refreshAgenda } from '../../../features/agenda/web/agenda-queries.ts';
import { agendaRoutes, type Agenda, type TalkingPoint } from '../../../features/agenda/contract.ts';
import type { PointKind } from '../../../features/agenda/domain/points.ts';
import { fromPlainText, toPlainText } from '../../../features/rich-text/domain/plain-text.ts';
import { newUuid } from '../../../shared/uuid.ts';
import { call } from '../../shell/call.ts';
import { queryClient } from '../../shell/queries.ts';
import { toast } from '../../ui/toast.ts';

export interface OntoAgenda {
  /** Not there, put there by me (and so mine to take off), or there without me. */
  standing: (text: string) => 'off' | 'mine' | 'on';
  add: (text: string, kind: PointKind) => void;
  takeOff: (text: string) => void;
  error: unknown;
}

/** One click puts something on the agenda of the two; it shows at once, and another takes it off again. */
export function useOntoAgenda(seriesId: string, agenda: Agenda | undefined): OntoAgenda {
  /** By words: the point that is on its way, or null where it is on its way off. */
  const [underWay, setUnderWay] = useState<Readonly<Record<string, string | null>>>({});
  const [error, setError] = useState<unknown>(null);
  const pointOf = (text: string): TalkingPoint | undefined =>
    agenda?.points.find((point) => point.shared && toPlainText(point.body).trim() === text.trim());

  function settle(text: string): void {
    setUnderWay((now) => Object.fromEntries(Object.entries(now).filter(([other]) => other !== text)));
  }
  async function run(text: string, id: string | null, request: () => Promise<unknown>): Promise<void> {
    setError(null);
    setUnderWay((now) => ({ ...now, [text]: id }));
    try {
      await request();
      await queryClient.cancelQueries({ queryKey: agendaQuery(seriesId).queryKey });
      await refreshAgenda();
    } catch (cause) {
      setError(cause);
    }
    settle(text);
  }
  const takeOff = (text: string, known?: string) => {
    const id = known ?? pointOf(text)?.id;
    if (id === undefined) return;
    void run(text, null, async () => call(agendaRoutes.remove, { params: { pointId: id } }));
  };
  return {
    standing: (text) => {
      const going = underWay[text];
      if (going !== undefined) return going === null ? 'off' : 'mine';
      const point = pointOf(text);
      if (point === undefined) return 'off';
      return point.abilities.remove ? 'mine' : 'on';
    },
    add: (text, kind) => {
      const id = newUuid();
      const body = { id, kind, body: fromPlainText(text), shared: true };
      void run(text, id, async () => {
        await call(agendaRoutes.add, { params: { seriesId }, body });
        toast('On the agenda.', () => takeOff(text, id));
      });
    },
    takeOff: (text) => takeOff(text),
    error,
  };
}
