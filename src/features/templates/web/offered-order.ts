import type { Template } from '../contract.ts';

interface Offered {
  library: Template[];
  mine: Template[];
  others: Template[];
}

/** Templates as they are offered: mine and those of others as they were changed last, the library in its own order. */
export function inOfferedOrder(templates: readonly Template[]): Offered {
  return {
    library: templates.filter(({ owner }) => owner === null).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    mine: templates.filter(({ abilities }) => abilities.edit),
    others: templates.filter(({ owner, abilities }) => owner !== null && !abilities.edit),
  };
}
