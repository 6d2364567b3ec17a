import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { oneLine } from '../../shared/one-line.ts';
import { pageOf, pageQuery } from '../../shared/pages.ts';
import { defineRoute } from '../../shared/routes.ts';

/** No address, because a name stands in mails. */
export const personNameSchema = z.string().check(
  ...oneLine,
  z.maxLength(120),
  z.refine((name) => !name.includes('://'), 'A name is no address.'),
);

/** One plain address; control characters would let a mail go elsewhere. */
export const emailSchema = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email('Enter an address like name@example.org.'));

const namedPerson = z.object({ id: idSchema, name: z.string() });
export type NamedPerson = z.infer<typeof namedPerson>;

/** `signInSince`: since when they have had a password; null while they have none. */
const managedPerson = z.extend(namedPerson, { signInSince: z.nullable(z.string()) });
export type ManagedPerson = z.infer<typeof managedPerson>;

/** Only an admin gets more than id, name and active. */
const person = z.object({
  id: idSchema,
  name: z.string(),
  active: z.boolean(),
  email: z.optional(z.nullable(z.string())),
  hasLogin: z.optional(z.boolean()),
  isAdmin: z.optional(z.boolean()),
  memberOf: z.optional(z.array(namedPerson)),
  manages: z.optional(z.array(namedPerson)),
  /** Has chosen a password; from then on nobody else changes the address. */
  hasPassword: z.optional(z.boolean()),
  abilities: z.optional(
    z.object({ edit: z.boolean(), changeEmail: z.boolean(), invite: z.boolean(), recover: z.boolean() }),
  ),
});
export type Person = z.infer<typeof person>;

/** `words`: what will happen, or what is wrong. */
const importLine = z.object({
  line: z.number(),
  name: z.string(),
  email: z.nullable(z.string()),
  action: z.enum(['add', 'change', 'nothing', 'error']),
  words: z.array(z.string()),
});

export type ImportLine = z.infer<typeof importLine>;

const peopleImport = z.object({
  lines: z.array(importLine),
  newTeams: z.array(z.string()),
  applied: z.boolean(),
});
export type PeopleImport = z.infer<typeof peopleImport>;

const personId = z.strictObject({ personId: idSchema });
const isTrue = z.optional(z.boolean());

const team = z.object({
  id: idSchema,
  name: z.string(),
  members: z.array(namedPerson),
  managers: z.array(namedPerson),
  abilities: z.object({ edit: z.boolean() }),
});
export type Team = z.infer<typeof team>;

const teamId = z.strictObject({ teamId: idSchema });
const teamBody = z.strictObject({
  name: z.string().check(...oneLine, z.maxLength(120)),
});
const teamPerson = z.strictObject({ teamId: idSchema, personId: idSchema });

export const addTeamBody = teamBody;

export const changePersonBody = z.strictObject({
  name: z.optional(personNameSchema),
  email: z.optional(z.nullable(emailSchema)),
  hasLogin: isTrue,
  isAdmin: isTrue,
  active: isTrue,
});

export const addPersonBody = z.strictObject({
  name: personNameSchema,
  email: z.optional(z.nullable(emailSchema)),
  /** Login access; by default, whoever has an address. */
  hasLogin: isTrue,
  isAdmin: isTrue,
});

export const peopleRoutes = {
  me: defineRoute({
    method: 'GET',
    path: '/api/me',
    summary: 'Who I am',
    result: z.object({
      person: z.object({ id: idSchema, name: z.string(), email: z.nullable(z.string()) }),
      isAdmin: z.boolean(),
      managesPeople: z.boolean(),
      /** Since when I have had a password. */
      signInSince: z.nullable(z.string()),
      /** As I chose them; null: as the browser says. */
      timeZone: z.nullable(z.string()),
      language: z.nullable(z.string()),
      /** How many one-on-ones wait for me. */
      unread: z.number(),
      /** How many notices of my inbox I have not read; counted up to a hundred. */
      unreadNotices: z.number(),
    }),
  }),
  listPeople: defineRoute({
    method: 'GET',
    path: '/api/people',
    summary: 'People by name; for an admin with everything that is not content',
    query: z.strictObject({
      ...pageQuery,
      q: z.optional(z.string().check(z.maxLength(200))),
      /** For an admin: deactivated people too. */
      inactive: z.optional(z.enum(['include'])),
      /** For an admin: only those who cannot sign in, have not chosen a password, are in no team, or are admins. */
      only: z.optional(z.enum(['no-login', 'no-password', 'no-team', 'admins'])),
    }),
    result: pageOf(person),
  }),
  addPerson: defineRoute({
    method: 'POST',
    path: '/api/people',
    summary: 'Add a person (admin)',
    body: addPersonBody,
    result: person,
    status: 201,
  }),
  importPeople: defineRoute({
    method: 'POST',
    path: '/api/people-import',
    summary:
      'Import people and teams from CSV: says line by line what will happen, and with `apply` does it (admin)',
    body: z.strictObject({ csv: z.string(), apply: z._default(z.boolean(), false) }),
    bodyLimit: 2 * 1024 * 1024,
    result: peopleImport,
  }),
  openPerson: defineRoute({
    method: 'GET',
    path: '/api/people/{personId}',
    summary: 'One person (admin)',
    params: personId,
    result: z.extend(person, {
      teams: z.array(z.extend(namedPerson, { as: z.enum(['member', 'manager']) })),
      /** Until when an invitation that was not used works. */
      invitedUntil: z.nullable(z.string()),
      /** Since when there is a password. */
      signInSince: z.nullable(z.string()),
    }),
  }),
  changePerson: defineRoute({
    method: 'PATCH',
    path: '/api/people/{personId}',
    summary: 'Change a person (admin)',
    params: personId,
    body: changePersonBody,
    result: person,
  }),
  invitePerson: defineRoute({
    method: 'POST',
    path: '/api/people/{personId}/invitation',
    summary: 'Mail an invitation: single use, 7 days, only for someone who never had a password (admin)',
    params: personId,
    result: z.object({
      expiresAt: z.string(),
      /** Where no mail leaves: the link, said this once, unless something was shared with the person already. */
      link: z.nullable(z.string()),
    }),
    status: 201,
  }),
  inviteMany: defineRoute({
    method: 'POST',
    path: '/api/invitations',
    summary: 'Mail invitations to everybody of these who can be invited (admin)',
    body: z.strictObject({ personIds: z.array(idSchema).check(z.minLength(1), z.maxLength(500)) }),
    result: z.object({ invited: z.array(idSchema), notInvited: z.array(idSchema) }),
  }),
  revokeInvitation: defineRoute({
    method: 'DELETE',
    path: '/api/people/{personId}/invitation',
    summary: 'Revoke an invitation that was not used (admin)',
    params: personId,
  }),
  listTeams: defineRoute({
    method: 'GET',
    path: '/api/teams',
    summary: 'Teams by name (admin)',
    query: z.strictObject({ ...pageQuery, q: z.optional(z.string().check(z.maxLength(200))) }),
    result: pageOf(team),
  }),
  addTeam: defineRoute({
    method: 'POST',
    path: '/api/teams',
    summary: 'Add a team (admin)',
    body: addTeamBody,
    result: team,
    status: 201,
  }),
  openTeam: defineRoute({
    method: 'GET',
    path: '/api/teams/{teamId}',
    summary: 'One team (admin)',
    params: teamId,
    result: team,
  }),
  renameTeam: defineRoute({
    method: 'PATCH',
    path: '/api/teams/{teamId}',
    summary: 'Rename a team (admin)',
    params: teamId,
    body: teamBody,
    result: team,
  }),
  deleteTeam: defineRoute({
    method: 'DELETE',
    path: '/api/teams/{teamId}',
    summary: 'Delete a team (admin)',
    params: teamId,
  }),
  addMember: defineRoute({
    method: 'PUT',
    path: '/api/teams/{teamId}/members/{personId}',
    summary: 'Put a person into a team (admin)',
    params: teamPerson,
    result: team,
  }),
  removeMember: defineRoute({
    method: 'DELETE',
    path: '/api/teams/{teamId}/members/{personId}',
    summary: 'Take a person out of a team (admin)',
    params: teamPerson,
    result: team,
  }),
  addManager: defineRoute({
    method: 'PUT',
    path: '/api/teams/{teamId}/managers/{personId}',
    summary: 'Give a person team manager access (admin)',
    params: teamPerson,
    result: team,
  }),
  removeManager: defineRoute({
    method: 'DELETE',
    path: '/api/teams/{teamId}/managers/{personId}',
    summary: 'Take team manager access away (admin)',
    params: teamPerson,
    result: team,
  }),
  listManagedPeople: defineRoute({
    method: 'GET',
    path: '/api/managed-people',
    summary: 'Whom I can start a one-on-one with',
    result: z.object({
      items: z.array(managedPerson),
      /** Managed, but without login access: they could not read their one-on-one. */
      withoutLogin: z.array(namedPerson),
      /** Who can give team manager access; named for whoever manages no team. */
      admins: z.array(namedPerson),
    }),
  }),
};
