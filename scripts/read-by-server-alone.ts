/** Of a route the browser reads where it is and what a form sends; what it takes and answers is the server's to check. */
export const readByServerAlone = [
  'summary',
  'params',
  'query',
  'result',
  'status',
  'bodyLimit',
  'takesToken',
] as const;
