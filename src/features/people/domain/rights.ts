/** What the rules need to know of the person who asks. */
export interface PersonStanding {
  viewerIsAdmin: boolean;
  hasPassword: boolean;
  /** Neither a password nor anything shared with them that a new address could be invited into. */
  addressMayChange: boolean;
  hasLogin: boolean;
  hasAddress: boolean;
  active: boolean;
  isMyself: boolean;
}

export function mayAdminister(viewerIsAdmin: boolean): boolean {
  return viewerIsAdmin;
}

/** What the viewer may do with a person. */
export function personAbilities(standing: PersonStanding): {
  edit: boolean;
  changeEmail: boolean;
  invite: boolean;
  recover: boolean;
} {
  const edit = mayAdminister(standing.viewerIsAdmin);
  return {
    edit,
    changeEmail: edit && standing.addressMayChange,
    // Where the address cannot simply be changed: seven days, in which everybody concerned can object.
    recover: edit && standing.active && standing.hasLogin && !standing.addressMayChange && !standing.isMyself,
    invite: edit && standing.active && standing.hasLogin && standing.hasAddress && !standing.hasPassword,
  };
}
