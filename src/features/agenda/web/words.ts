import { daysBetween, formatDay, formatShortDay, localDay, localToday } from '../../../web/ui/dates.ts';
import { toPlainText } from '../../rich-text/domain/plain-text.ts';
import type { Agenda, TalkingPoint } from '../contract.ts';

interface Person {
  id: string;
  name: string;
}

/** Me as "you", the other by first name. */
export function called({ id, name }: Person, myId: string): string {
  return id === myId ? 'you' : firstName(name);
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}

/** One line of a point, for menus, messages and screen readers. */
export function shortly({ body }: Pick<TalkingPoint, 'body'>): string {
  const line = toPlainText(body).replaceAll(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}

/** When it was raised, where that is worth saying: there was to be a meeting since. */
export function raisedInWords({ firstRaisedBefore, raisedAt }: TalkingPoint): string | null {
  return firstRaisedBefore ? `first raised ${formatShortDay(localDay(raisedAt))}` : null;
}

/** "Due tomorrow", "Was due 20 November". */
export function dueInWords(dueOn: string, today = localToday()): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'Due today';
  if (days === 1) return 'Due tomorrow';
  return `${days < 0 ? 'Was due' : 'Due'} ${formatDay(dueOn)}`;
}

/** "Eli 7 · Maya 5 in the last 12 weeks". */
export function voiceInWords(voice: Agenda['voice'], people: readonly Person[], myId: string): string {
  const counts = voice.map(({ personId, points }) => {
    const person = people.find(({ id }) => id === personId);
    const name = personId === myId ? 'You' : firstName(person?.name ?? '');
    return `${name} ${points}`;
  });
  return `${counts.join(' · ')} in the last 12 weeks`;
}
