import * as z from 'zod/mini';

/**
 * The closed list of what can go wrong, with its HTTP status and its title.
 * A new code is added here and nowhere else; server, browser and API description read this table.
 */
export const problemTable = {
  not_json: { status: 400, title: 'The body is not valid JSON.' },
  bad_text: { status: 400, title: 'The text holds characters that cannot be stored.' },
  signed_out: { status: 401, title: 'Sign in first.' },
  wrong_credentials: { status: 401, title: 'The address or the password is wrong.' },
  forbidden: { status: 403, title: 'You may not do this.' },
  foreign_origin: { status: 403, title: 'The request came from another site.' },
  not_found: { status: 404, title: 'There is nothing here, or you may not see it.' },
  wrong_state: { status: 409, title: 'The one-on-one is in another state by now.' },
  stale_version: { status: 409, title: 'Somebody changed this in the meantime.' },
  conflict: { status: 409, title: 'This does not fit what is already there.' },
  too_large: { status: 413, title: 'The request is too large.' },
  unsupported_media_type: { status: 415, title: 'A body of this type is not taken here.' },
  invalid: { status: 422, title: 'Some of what was sent cannot be accepted.' },
  too_many_attempts: { status: 429, title: 'Too many attempts. Wait a little and try again.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  unavailable: { status: 503, title: 'The service is not available right now. Try again in a moment.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemTable;

const problemCodes = Object.keys(problemTable) as [ProblemCode, ...ProblemCode[]]; // Object.keys loses the keys' type

export interface FieldError {
  path: string;
  message: string;
}

/** RFC 9457 problem document. `current` is the value that a stale write would have replaced. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(problemCodes),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  current: z.optional(z.unknown()),
});
export type ProblemDocument = z.infer<typeof problemSchema>;

export interface ProblemExtras {
  detail?: string;
  errors?: FieldError[];
  current?: unknown;
}

/** Thrown anywhere on the server, answered by the one error handler; thrown by the browser's client too. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(extras.detail ?? problemTable[code].title);
    this.name = 'Problem';
    this.code = code;
    this.extras = extras;
  }

  get status(): number {
    return problemTable[this.code].status;
  }

  toDocument(): ProblemDocument {
    const { status, title } = problemTable[this.code];
    return { type: `urn:duologue:problem:${this.code}`, title, status, code: this.code, ...this.extras };
  }
}

export function problem(code: ProblemCode, extras: ProblemExtras = {}): Problem {
  return new Problem(code, extras);
}
