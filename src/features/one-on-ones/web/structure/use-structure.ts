import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../../web/shell/call.ts';
import type { Removals } from '../../../../web/ui/removals.ts';
import { useRemovals } from '../../../../web/ui/use-removals.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { CallInput } from '../../../../shared/routes.ts';
import type { Measure } from '../../../kpis/domain/measure.ts';
import { oneOnOneRoutes as routes, type OneOnOne, type Section } from '../../contract.ts';
import type { RecordSaver } from '../autosave/record-saver.ts';
import { useRecordSlots } from '../record-slots.ts';
import { openQuery } from '../open-query.ts';
import {
  withDate,
  withItemAt,
  withMeasure,
  withoutItem,
  withoutSection,
  withPrompt,
  withSectionAt,
  withSectionTitle,
  withTick,
  withTitle,
  type PlaceOfItem,
} from './rearrange.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';

type NewItem = Omit<CallInput<typeof routes.addItem>['body'], 'state'>;

/** Changes of what this record consists of. Each shows at once, and is written in turn. */
export interface Structure {
  rename: (title: string) => void;
  setDate: (heldOn: string) => void;
  addSection: (title: string) => Promise<OneOnOne | null>;
  renameSection: (sectionId: string, title: string) => void;
  moveSection: (sectionId: string, position: number) => void;
  removeSection: (section: Section) => void;
  addItem: (item: NewItem) => Promise<OneOnOne | null>;
  rewordItem: (itemId: string, prompt: string) => void;
  /** Which number an item shows. */
  measureItem: (itemId: string, measure: Measure) => Promise<unknown>;
  moveItem: (itemId: string, place: PlaceOfItem) => void;
  removeItem: (itemId: string, prompt: string) => void;
  /** Of what the meeting brought in: that it was dealt with. */
  tickItem: (itemId: string, done: boolean) => void;
  /** Taken away on this page, and not yet on the server. */
  isRemoved: (id: string) => boolean;
  /** Writes everything that waits. */
  flush: () => Promise<void>;
  error: unknown;
  forgetError: () => void;
}

export function useStructure(record: OneOnOne, saver: RecordSaver): Structure {
  const queryClient = useQueryClient();
  const { tick } = useRecordSlots();
  const read = () => queryClient.getQueryData(openQuery(record.id).queryKey) ?? record;
  const [error, setError] = useState<unknown>(null);
  const removals = useRemovals();
  const [queue] = useState(() =>
    createWriteQueue({
      read,
      show: (shown) => show(queryClient, shown),
      onError: (cause) => {
        setError(cause);
        void queryClient.invalidateQueries({ queryKey: openQuery(record.id).queryKey });
      },
    }),
  );
  const tickItem = (itemId: string, done: boolean) =>
    void queue.write(withTick(itemId, done), async ({ state }) => {
      const { version, oneOnOne } = await tick({ oneOnOneId: record.id, itemId, done, state });
      return { ...withTick(itemId, done, version)(read()), ...oneOnOne };
    });
  const changes = changesOf(record.id, queue, removals, saver);
  return { ...changes, tickItem, error, forgetError: () => setError(null) };
}

function show(queryClient: QueryClient, record: OneOnOne): void {
  const { queryKey } = openQuery(record.id);
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, record);
  for (const route of [routes.list, routes.events, routes.changes, routes.previousAnswers]) {
    void queryClient.invalidateQueries({ queryKey: [route.path], refetchType: 'none' });
  }
}

function changesOf(
  oneOnOneId: string,
  queue: WriteQueue,
  removals: Removals,
  saver: RecordSaver,
): Omit<Structure, 'tickItem' | 'error' | 'forgetError'> {
  const params = { oneOnOneId };
  const changeRecord = (change: { title: string } | { heldOn: string }) =>
    void queue.write(
      'title' in change ? withTitle(change.title) : withDate(change.heldOn),
      async (now, base) => {
        const body = { ...change, version: now.version, state: now.state };
        try {
          return await call(routes.change, { params, body });
        } catch (cause) {
          const version = versionWhereOnlyOthersChanged(cause, base);
          if (version === null) throw cause;
          return call(routes.change, { params, body: { ...body, version } });
        }
      },
    );
  return {
    rename: (title) => changeRecord({ title }),
    setDate: (heldOn) => changeRecord({ heldOn }),
    addSection: async (title) =>
      queue.write(null, ({ state }) => call(routes.addSection, { params, body: { title, state } })),
    renameSection: (sectionId, title) =>
      void queue.write(withSectionTitle(sectionId, title), ({ state }) =>
        call(routes.changeSection, { params: { ...params, sectionId }, body: { title, state } }),
      ),
    moveSection: (sectionId, position) =>
      void queue.write(withSectionAt(sectionId, position), ({ state }) =>
        call(routes.changeSection, { params: { ...params, sectionId }, body: { position, state } }),
      ),
    removeSection: ({ id: sectionId, title, items }) =>
      removals.remove(sectionId, `“${title}” and its items are removed.`, (keepalive) => {
        for (const { id } of items) saver.dispatch(id, { type: 'discarded' });
        return queue.write(withoutSection(sectionId), ({ state }) =>
          call(routes.removeSection, { params: { ...params, sectionId }, query: { state }, keepalive }),
        );
      }),
    addItem: async (item) =>
      queue.write(null, ({ state }) => call(routes.addItem, { params, body: { ...item, state } })),
    rewordItem: (itemId, prompt) =>
      void queue.write(withPrompt(itemId, prompt), ({ state }) =>
        call(routes.changeItem, { params: { ...params, itemId }, body: { prompt, state } }),
      ),
    measureItem: async (itemId, measure) =>
      queue.write(withMeasure(itemId, measure), ({ state }) =>
        call(routes.changeItem, { params: { ...params, itemId }, body: { measure, state } }),
      ),
    moveItem: (itemId, place) =>
      void queue.write(withItemAt(itemId, place), ({ state }) =>
        call(routes.changeItem, { params: { ...params, itemId }, body: { ...place, state } }),
      ),
    removeItem: (itemId, prompt) =>
      removals.remove(itemId, `“${prompt}” is removed.`, (keepalive) => {
        saver.dispatch(itemId, { type: 'discarded' });
        return queue.write(withoutItem(itemId), ({ state }) =>
          call(routes.removeItem, { params: { ...params, itemId }, query: { state }, keepalive }),
        );
      }),
    isRemoved: removals.has,
    flush: async () => {
      removals.commitAll(false);
      await queue.idle();
    },
  };
}

/** Every answer counts the record's version up; only a title or date changed elsewhere is a conflict. */
function versionWhereOnlyOthersChanged(cause: unknown, base: OneOnOne): number | null {
  if (!(cause instanceof Problem) || cause.code !== 'stale_version') return null;
  // What the contract's stale answer of a record holds: see `refuseStaleVersion`.
  const current = cause.extras.current as Pick<OneOnOne, 'title' | 'heldOn' | 'version'> | undefined;
  const isSame = current?.title === base.title && current.heldOn === base.heldOn;
  return isSame ? current.version : null;
}
