export interface DescribedError {
  name: string;
  code?: string;
  stack: string[];
  causes?: DescribedError[];
}

/**
 * What may be logged of an error: its kind and where it happened. Never its message: PostgreSQL's quote rows,
 * JSON's quote the body, a mail server's quote addresses; and never other fields (`detail`, `where`, parameters).
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const inner = [
    ...(error instanceof AggregateError ? error.errors : []),
    ...(error.cause ? [error.cause] : []),
  ];
  return {
    name: word(error.name) ?? 'Error',
    ...('code' in error && typeof error.code === 'string' && word(error.code) ? { code: error.code } : {}),
    stack: framesOf(error),
    ...(inner.length > 0 && depth < 3
      ? { causes: inner.map((cause) => describeError(cause, depth + 1)) }
      : {}),
  };
}

/** A name or code of a program, not a sentence somebody wrote. */
function word(text: string): string | undefined {
  return /^\w{1,60}$/.test(text) ? text : undefined;
}

/** A stack begins with the message, which may itself hold lines that look like frames. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const head = stack.indexOf(error.message);
  const tail = error.message && head !== -1 ? stack.slice(head + error.message.length) : stack;
  return tail
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(:\d+:\d+\)?|<anonymous>\)?|native\)?)$/.test(line))
    .slice(0, 20);
}
