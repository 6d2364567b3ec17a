/** What the rules need to know of the person who asks, and of the team that a target binds. */
interface TeamStanding {
  viewerIsAdmin: boolean;
  managesTeam: boolean;
}

/** A team's target binds its members; whoever manages the team, or an admin, sets it. */
export function maySetTeamTarget({ viewerIsAdmin, managesTeam }: TeamStanding): boolean {
  return viewerIsAdmin || managesTeam;
}
