import { createContext, use } from 'react';
import type { Section } from '../../domain/sections.ts';
import type { Structure } from './structure.ts';

export interface Editing {
  sections: readonly Section[];
  structure: Structure;
}

/** Rows of a sortable list are drawn once for each item; what changes around them comes this way. */
export const EditorContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(EditorContext);
  if (editing === null) throw new Error('No template is edited here.');
  return editing;
}
