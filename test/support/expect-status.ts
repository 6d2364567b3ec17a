import type { Answer } from './test-app.ts';

/** The body of an answer with the expected status; says what came otherwise. */
export function expectStatus(status: number, answer: Answer): Answer['body'] {
  if (answer.status !== status) {
    throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}
