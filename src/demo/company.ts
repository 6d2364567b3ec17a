/** The demo company. Its sign-ins are written in the README. */
export const demoPassword = 'duologue-demo';

export const demoPeople = {
  admin: { name: 'Ada Lind', email: 'admin@demo.example', isAdmin: true, hasLogin: true },
  maya: { name: 'Maya Adler', email: 'maya@demo.example', isAdmin: false, hasLogin: true },
  omar: { name: 'Omar Haddad', email: 'omar@demo.example', isAdmin: false, hasLogin: true },
  eli: { name: 'Eli Larsen', email: 'eli@demo.example', isAdmin: false, hasLogin: true },
  nina: { name: 'Nina Berg', email: 'nina@demo.example', isAdmin: false, hasLogin: true },
  tom: { name: 'Tom Okafor', email: 'tom@demo.example', isAdmin: false, hasLogin: true },
  paul: { name: 'Paul Weber', email: 'paul@demo.example', isAdmin: false, hasLogin: true },
  sam: { name: 'Sam Kaya', email: null, isAdmin: false, hasLogin: false },
} as const;
export type DemoPerson = keyof typeof demoPeople;

export const demoTeams: readonly { name: string; managers: DemoPerson[]; members: DemoPerson[] }[] = [
  { name: 'Inside sales', managers: ['maya'], members: ['eli', 'nina', 'sam'] },
  { name: 'Sales', managers: ['omar'], members: ['maya', 'tom'] },
  { name: 'Finance', managers: [], members: ['paul'] },
];

export const demoSignIns = [
  'admin@demo.example   admin: people, teams, settings; reads no one-on-one',
  'maya@demo.example    manages Eli and Nina; Omar manages her',
  'omar@demo.example    manages Maya and Tom',
  'eli@demo.example     employee',
  'nina@demo.example    employee',
  'tom@demo.example     employee',
  'paul@demo.example    in a team that neither Maya nor Omar manages',
];
