/** What the rules need to know of the person who asks. */
export interface PersonStanding {
  viewerIsAdmin: boolean;
  hasPassword: boolean;
  hasLogin: boolean;
  hasAddress: boolean;
  active: boolean;
}

export function mayAdminister(viewerIsAdmin: boolean): boolean {
  return viewerIsAdmin;
}

/** What the viewer may do with a person. Nobody but the person changes the address of an account that has a password. */
export function personAbilities(standing: PersonStanding): {
  edit: boolean;
  changeEmail: boolean;
  invite: boolean;
} {
  const edit = mayAdminister(standing.viewerIsAdmin);
  return {
    edit,
    changeEmail: edit && !standing.hasPassword,
    invite: edit && standing.active && standing.hasLogin && standing.hasAddress && !standing.hasPassword,
  };
}
