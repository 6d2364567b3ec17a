import type { App } from './context.ts';

/** For whoever watches the process; says nothing about what is in it. */
export function serveHealth({ http, platform }: App): void {
  http.get('/health/live', async () => ({ status: 'live' }));
  http.get('/health/ready', async (_, reply) => {
    try {
      await Promise.all([platform.web.query('select'), platform.signIn.query('select')]);
      return { status: 'ready' };
    } catch {
      return reply.code(503).header('retry-after', '2').send({ status: 'unavailable' });
    }
  });
}
