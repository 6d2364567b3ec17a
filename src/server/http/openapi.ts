import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { Route } from '../../shared/routes.ts';

/** `GET /api/openapi.json`, made from the contracts that the routes are registered with. */
export async function describeApi(http: FastifyInstance, sessionCookie: string): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Duologue',
        version: '1',
        description:
          'One-on-ones, strictly confidential. What you may not see answers 404, as if it had never been.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
          accessToken: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: (given) => {
      const { schema, url } = jsonSchemaTransform(given);
      const { contract, takesFile = false } = given.route.config ?? {};
      return { schema: contract === undefined ? schema : describe(schema, contract, takesFile), url };
    },
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

type Described = ReturnType<typeof jsonSchemaTransform>['schema'];

/** What the schemas of JSON do not say: who is let in, that a body is a file or none, what streams back. */
function describe({ body, response, ...schema }: Described, contract: Route, takesFile: boolean): Described {
  const streamed = { content: { [contract.streams ?? '']: { schema: { type: 'string' } } } };
  return {
    ...schema,
    security: contract.public ? [] : [{ session: [] }, ...(contract.takesToken ? [{ accessToken: [] }] : [])],
    ...(takesFile && { consumes: ['multipart/form-data'], body: oneFile }),
    ...(contract.body !== undefined && { body }),
    response: contract.streams === null ? response : { ...Object(response), [contract.status]: streamed },
  };
}

const oneFile = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};
