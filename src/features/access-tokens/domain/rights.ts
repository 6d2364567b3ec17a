/** Whoever makes a token lets a program write numbers of everybody. */
export function mayMakeTokens(viewerIsAdmin: boolean): boolean {
  return viewerIsAdmin;
}
