type Search = Record<string, unknown>;

/** A parameter of the address where it is words. */
export function words<Name extends string>(search: Search, name: Name): { [N in Name]?: string } {
  const value = search[name];
  // The computed name is the one that was asked for, which TypeScript widens.
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [N in Name]?: string };
}

/** The list's filters; the page reads them, and takes no notice of what it does not know. */
export interface OneOnOnesSearch {
  view?: string;
  state?: string;
  personId?: string;
  q?: string;
}

export function oneOnOnesSearch(search: Search): OneOnOnesSearch {
  return {
    ...words(search, 'view'),
    ...words(search, 'state'),
    ...words(search, 'personId'),
    ...words(search, 'q'),
  };
}

/** What is shown of the numbers of people. */
export interface NumbersSearch {
  period?: string;
  view?: string;
  teamId?: string;
  sort?: string;
}

export function numbersSearch(search: Search): NumbersSearch {
  return {
    ...words(search, 'period'),
    ...words(search, 'view'),
    ...words(search, 'teamId'),
    ...words(search, 'sort'),
  };
}

export function periodSearch(search: Search): { period?: string } {
  return words(search, 'period');
}
