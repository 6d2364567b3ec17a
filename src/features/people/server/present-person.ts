import type { Viewer } from '../../../server/database/transaction.ts';
import type { Person } from '../contract.ts';
import { personAbilities } from '../domain/rights.ts';
import type { PersonRow } from './person-queries.ts';

/** For an admin all that is not content; for everybody else who it is. */
export function presentPerson(row: PersonRow, viewer: Viewer): Person {
  const named = { id: row.id, name: row.name, active: row.active };
  if (!viewer.isAdmin) return named;
  return {
    ...named,
    email: row.email,
    hasLogin: row.has_login,
    isAdmin: row.is_admin,
    memberOf: row.member_of,
    manages: row.manages,
    hasPassword: row.has_password,
    abilities: personAbilities({
      viewerIsAdmin: viewer.isAdmin,
      hasPassword: row.has_password,
      addressMayChange: row.address_may_change,
      hasLogin: row.has_login,
      hasAddress: row.email !== null,
      active: row.active,
      isMyself: row.id === viewer.id,
    }),
  };
}
