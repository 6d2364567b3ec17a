/** What stands above the points: what the meeting is for. */
export type Head = Readonly<{ objective: string; topics: readonly string[] }>;

export interface StoredHead {
  words: Head;
  version: number;
}

type Value = Head[keyof Head] | undefined;

/** Spaces around say nothing, and neither do topics without a word. */
export function isSameHead(one: Value, other: Value): boolean {
  return JSON.stringify(trimmed(one)) === JSON.stringify(trimmed(other));
}

function trimmed(value: Value): Value {
  return typeof value === 'string' ? value.trim() : value && trimmedTopics(value);
}

function trimmedTopics(topics: readonly string[]): string[] {
  return topics.map((topic) => topic.trim()).filter((topic) => topic !== '');
}

/** As the server keeps it. */
export function written({ objective, topics }: Head): { objective: string; topics: string[] } {
  return { objective: objective.trim(), topics: trimmedTopics(topics) };
}
