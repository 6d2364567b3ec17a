import type { EventWords } from './write-calendar.ts';

/** The name of an event for ever, in every calendar. */
export function uidOf(baseUrl: URL, id: string): string {
  return `${id}@${baseUrl.hostname}`;
}

/** Without a name the title says no more than that it is one. */
export function eventWords(
  baseUrl: URL,
  { id, place }: { id: string; place: string },
  counterpart: string | null,
): EventWords {
  return {
    summary: counterpart === null ? '1:1' : `1:1 with ${counterpart}`,
    place,
    page: new URL(`/series/${id}`, baseUrl).href,
  };
}
