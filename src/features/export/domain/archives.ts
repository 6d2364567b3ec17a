export const archiveKinds = ['everything', 'about-me'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

export const archiveStates = ['waiting', 'running', 'ready', 'failed'] as const;
export type ArchiveState = (typeof archiveStates)[number];

/** Of one person only one can be. */
export function isUnderWay(state: ArchiveState): boolean {
  return state === 'waiting' || state === 'running';
}

/** Of one person, at a time: each holds everything they may read. */
export const mostReady = 3;

/** What the archive is called where it is saved. */
export function archiveName(kind: ArchiveKind, day: string): string {
  return `Duologue ${day} ${kind === 'everything' ? 'everything I may read' : 'everything about me'}.zip`;
}
