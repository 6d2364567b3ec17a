import { createHmac } from 'node:crypto';

export const roleKinds = ['web', 'signin', 'worker'] as const;
export type RoleKind = (typeof roleKinds)[number];

/** Roles are cluster-wide, so they carry the database's name. PostgreSQL cuts names at 63 bytes. */
export function roleName(database: string, kind: RoleKind): string {
  return `${database.slice(0, 55)}_${kind}`;
}

/** Derived from the secret, so that every process of one installation agrees without storing it. */
export function rolePassword(secretKey: string, database: string, kind: RoleKind): string {
  return createHmac('sha256', secretKey)
    .update(`database role ${roleName(database, kind)}`)
    .digest('base64url');
}

/** Puts this database's role names where the SQL files say duologue_web, duologue_signin, duologue_worker. */
export function withRoleNames(sql: string, database: string): string {
  return sql.replaceAll(
    /\bduologue_(web|signin|worker)\b/g,
    (_, kind: RoleKind) => `"${roleName(database, kind)}"`,
  );
}
