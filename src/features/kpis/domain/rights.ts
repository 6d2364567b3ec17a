/** What the rules need to know of the person who asks, and of whose numbers it is. */
export interface NumbersStanding {
  viewerIsAdmin: boolean;
  isMyself: boolean;
  /** The viewer manages the person now. */
  managesNow: boolean;
}

/** Everybody else: the person does not exist for them. */
export function seesNumbers({ viewerIsAdmin, isMyself, managesNow }: NumbersStanding): boolean {
  return viewerIsAdmin || isMyself || managesNow;
}

/** Readings by hand, and targets. Nobody sets their own, unless they are an admin. */
export function mayChangeNumbers({ viewerIsAdmin, managesNow }: NumbersStanding): boolean {
  return viewerIsAdmin || managesNow;
}

export function mayDefineKpis(viewerIsAdmin: boolean): boolean {
  return viewerIsAdmin;
}
