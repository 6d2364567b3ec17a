import { canBeAnsweredBy, type Answerer, type ItemKind } from '../domain/items.ts';

export const answererWords: Record<Answerer, string> = {
  manager: 'you in the meeting',
  employee: 'the employee before it',
};

interface Asked {
  kind: ItemKind;
  answeredBy?: Answerer | undefined;
}

/** Said where it is not the manager in the meeting, as it mostly is. */
export function answererNote({ kind, answeredBy = 'manager' }: Asked): string | null {
  return answeredBy === 'employee' && canBeAnsweredBy(kind, answeredBy)
    ? 'The employee answers it before the meeting'
    : null;
}
