import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';

/** `GET /api/openapi.json`, made from the contracts that the routes are registered with. */
export async function describeApi(http: FastifyInstance): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Duologue',
        version: '1',
        description:
          'One-on-ones, strictly confidential. What you may not see answers 404, as if it had never been.',
      },
    },
    transform: jsonSchemaTransform,
  });
  http.get(
    '/api/openapi.json',
    {
      schema: { hide: true, response: { 200: z.unknown() } },
      serializerCompiler: () => (document) => JSON.stringify(document),
    },
    async () => http.swagger(),
  );
}
