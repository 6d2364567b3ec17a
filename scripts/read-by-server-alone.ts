/** Of a route the browser reads where it is. What it takes and answers is the server's to check; forms name their schema. */
export const readByServerAlone = [
  'summary',
  'params',
  'query',
  'result',
  'status',
  'bodyLimit',
  'takesToken',
  'body',
] as const;
