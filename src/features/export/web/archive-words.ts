import type { ArchiveKind } from '../domain/archives.ts';
import type { Format } from '../domain/formats.ts';

export const kindWords: Record<ArchiveKind, { label: string; hint: string }> = {
  everything: {
    label: 'Everything I may read',
    hint: 'Every one-on-one that I lead, have or was let in to, with its files and my private notes.',
  },
  'about-me': {
    label: 'Everything about me',
    hint: 'The one-on-ones about me, my profile, action items, comments, private notes, notices and devices.',
  },
};

export const formatWords: Record<Format, string> = { pdf: 'PDF', md: 'Markdown', json: 'JSON' };
