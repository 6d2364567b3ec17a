import type { Template } from '../../templates/contract.ts';

/** Mine first, then what others share, last the library in the order it was made: the weekly one leads it. */
export function orderTemplates(templates: readonly Template[], myId: string): Template[] {
  const rank = ({ owner }: Template) => (owner === null ? 2 : owner.id === myId ? 0 : 1);
  const byAge = (a: Template, b: Template) => (a.id < b.id ? -1 : 1);
  return templates.toSorted((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? byAge(a, b) : byAge(b, a)));
}
