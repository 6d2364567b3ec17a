import { vi } from 'vitest';
import { problem } from '../../../../shared/problems.ts';
import { fromPlainText } from '../../../rich-text/domain/plain-text.ts';
import type { Answer, OneOnOne } from '../../contract.ts';
import type { State } from '../../domain/states.ts';

export const ids = {
  me: '018f0000-0000-7000-8000-000000000001',
  record: '018f0000-0000-7000-8000-000000000002',
};
export const itemId = '018f0000-0000-7000-8000-000000000003';
export const words = (text: string): Answer => ({ text: fromPlainText(text) });

/** A server that holds one answer, as the real one would: version and state first, then the write. */
export function fakeServer(first: { text: string | null; state: State }) {
  const server = {
    answer: first.text === null ? null : words(first.text),
    version: first.text === null ? 0 : 1,
    state: first.state,
    isReachable: true,
    refusal: null as ReturnType<typeof problem> | null,
    requests: [] as { answer: Answer | null; keepalive: boolean | undefined }[],
    hold: null as Promise<void> | null,
  };
  const refuse = (refused: ReturnType<typeof problem>) =>
    Response.json(refused.toDocument(), { status: refused.status });
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const body = JSON.parse(typeof init.body === 'string' ? init.body : '') as {
      answer: Answer | null;
      version: number;
      state: State;
    };
    server.requests.push({ answer: body.answer, keepalive: init.keepalive });
    if (server.hold !== null) await server.hold;
    if (!server.isReachable) throw new TypeError('Failed to fetch');
    if (server.refusal !== null) return refuse(server.refusal);
    if (body.state !== server.state) {
      return refuse(problem('wrong_state', { current: { state: server.state, version: 7 } }));
    }
    if (body.version !== server.version) {
      return refuse(problem('stale_version', { current: present() }));
    }
    server.answer = body.answer;
    server.version += 1;
    if (server.state === 'pending_approval') server.state = 'active';
    return Response.json({
      ...present(),
      oneOnOne: { id: ids.record, state: server.state, version: 8, yourTurn: true, abilities },
    });
  });
  const present = () => ({
    id: itemId,
    kind: 'question' as const,
    prompt: 'How are you?',
    options: null,
    answer: server.answer,
    version: server.version,
    answeredBy: 'manager',
    fromEmployee: false,
    given: null,
  });
  return server;
}

const abilities = {
  edit: true,
  share: false,
  requestApproval: true,
  takeBack: false,
  approve: false,
  requestRevision: false,
  delete: true,
  addParticipant: false,
  removeParticipant: false,
  leave: false,
  changeActionItems: false,
  changeFiles: false,
  comment: false,
  addAddendum: false,
};

export type Server = ReturnType<typeof fakeServer>;

export function recordOf({ answer, version, state }: Pick<Server, 'answer' | 'version' | 'state'>): OneOnOne {
  const maya = { id: ids.me, name: 'Maya Adler' };
  const item = {
    id: itemId,
    kind: 'question' as const,
    prompt: 'How are you?',
    options: null,
    answer,
    version,
    answeredBy: 'manager' as const,
    fromEmployee: false,
    given: null,
    measure: null,
  };
  return {
    id: ids.record,
    state,
    version: 3,
    yourTurn: true,
    abilities,
    title: 'Weekly one-on-one',
    heldOn: '2026-11-24',
    manager: maya,
    employee: { id: ids.record, name: 'Eli Larsen' },
    readers: [],
    participants: [],
    sections: [{ id: ids.record, title: 'Start', guidance: null, items: [item] }],
    approval: null,
    revisionRequest: null,
    stillManaged: true,
    updatedAt: '2026-11-24T10:00:00.000Z',
  };
}
