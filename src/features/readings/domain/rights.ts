/** Whole files, of everybody: an admin, or a program that an admin gave a token. */
export function mayLoadReadings(viewer: { isAdmin: boolean } | null): boolean {
  return viewer === null || viewer.isAdmin;
}
