import { states, type State } from '../domain/states.ts';

export const views = ['needs-me', 'drafts', 'shared-with-me', 'all'] as const;
export type View = (typeof views)[number];

export interface ListFilter {
  view?: View;
  state?: State;
  personId?: string;
  q?: string;
}

const viewWords: Record<View, string> = {
  'needs-me': 'Needs me',
  drafts: 'Drafts',
  'shared-with-me': 'Shared with me',
  all: 'All',
};
export const viewOptions = views.map((id) => ({ id, label: viewWords[id] }));

/** The filters as they stand in the address; what is not known there is left out. */
export function filterFrom(search: Partial<Record<keyof ListFilter, string>>): ListFilter {
  const view = views.find((one) => one === search.view);
  const state = states.find((one) => one === search.state);
  return {
    ...(view !== undefined && { view }),
    ...(state !== undefined && { state }),
    ...(search.personId !== undefined && isId(search.personId) && { personId: search.personId }),
    ...(search.q !== undefined && { q: search.q.slice(0, 200) }),
  };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
