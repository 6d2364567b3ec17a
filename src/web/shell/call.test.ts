import { afterEach, describe, expect, it, vi } from 'vitest';
import { peopleRoutes } from '../../features/people/contract.ts';
import { signInRoutes } from '../../features/sign-in/contract.ts';
import { Problem } from '../../shared/problems.ts';
import { call, Offline, onSignedOut } from './call.ts';

const personId = '0192f0c0-0000-7000-8000-000000000001';

function answer(body: unknown, status = 200) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(body, { status })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
  onSignedOut(() => {});
});

describe('a call', () => {
  it('fills the path, leaves out what is not given, and sends JSON', async () => {
    const fetched = answer({ id: personId });
    await call(peopleRoutes.changePerson, { params: { personId }, body: { name: 'Maya' } });
    expect(fetched).toHaveBeenCalledWith(`/api/people/${personId}`, {
      method: 'PATCH',
      keepalive: false,
      body: '{"name":"Maya"}',
      headers: { 'content-type': 'application/json' },
    });
    await call(peopleRoutes.listPeople, { query: { q: 'a&b=c', limit: 50 } });
    expect(fetched.mock.lastCall?.[0]).toBe('/api/people?q=a%26b%3Dc&limit=50');
    await call(peopleRoutes.me);
    expect(fetched.mock.lastCall?.[0]).toBe('/api/me');
  });

  it('keeps what stands in a path from becoming another path', async () => {
    const fetched = answer({});
    await call(signInRoutes.openInvitation, { params: { token: '../../session?x#y' } });
    expect(fetched.mock.lastCall?.[0]).toBe('/api/invitations/..%2F..%2Fsession%3Fx%23y');
  });

  it('throws the problem the server describes, with its fields', async () => {
    const errors = [{ path: 'email', message: 'Taken.' }];
    answer({ type: 'urn:x', title: 'No', status: 422, code: 'invalid', errors }, 422);
    const thrown = await call(peopleRoutes.me).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject({ code: 'invalid', extras: { errors } });
  });

  it('understands that a page of a proxy is no answer of ours', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })));
    await expect(call(peopleRoutes.me)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call(peopleRoutes.me)).rejects.toBeInstanceOf(Offline);
  });

  it('passes an abort on as what it is', async () => {
    const controller = new AbortController();
    controller.abort();
    vi.stubGlobal('fetch', () => Promise.reject(controller.signal.reason));
    await expect(call(peopleRoutes.me, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('tells the shell when the session is gone, and not for a wrong password', async () => {
    const told = vi.fn<() => void>();
    onSignedOut(told);
    answer({ type: 'urn:x', title: 'Wrong', status: 401, code: 'wrong_credentials' }, 401);
    await expect(call(peopleRoutes.me)).rejects.toMatchObject({ code: 'wrong_credentials' });
    expect(told).not.toHaveBeenCalled();
    answer({ type: 'urn:x', title: 'Sign in', status: 401, code: 'signed_out' }, 401);
    await expect(call(peopleRoutes.me)).rejects.toMatchObject({ code: 'signed_out' });
    expect(told).toHaveBeenCalledOnce();
  });
});
