/**
 * Who gets what from which route: the expected HTTP status of every cell. Written by hand from the rules, and
 * imports nothing from the application, so that a mistake there cannot agree with itself here.
 */

export const states = ['draft', 'active', 'pending_approval', 'approved'] as const;

/** Viewers of one one-on-one. Whoever is not named in a row gets 404 in every state. */
export const viewers = [
  'manager',
  'employee',
  'former manager',
  'participant',
  'former participant',
  'other manager',
  'new manager of the employee',
  'manager of the manager',
  'admin',
  'stranger',
  'anonymous',
  'deactivated employee',
] as const;
export type Viewer = (typeof viewers)[number];

/** In the order of `states`. */
type Row = Partial<Record<Viewer, string>>;

const anybodyElse = '404 404 404 404';
const signedOut = '401 401 401 401';
/** What a row says of viewers that it does not name. */
export function expectedOf(row: Row, viewer: Viewer): string {
  if (viewer === 'anonymous' || viewer === 'deactivated employee') return signedOut;
  return row[viewer] ?? anybodyElse;
}

/** The manager alone may, and everybody else who reads it gets the reason. */
const byManager = (statuses: string): Row => ({
  manager: statuses,
  'former manager': '403 403 403 403',
  employee: '404 403 403 403',
  participant: '404 403 403 403',
});
const byEmployee = (statuses: string): Row => ({
  ...byManager('403 403 403 403'),
  employee: statuses,
});
const readByThePair: Row = {
  manager: '200 200 200 200',
  'former manager': '200 200 200 200',
  employee: '404 200 200 200',
  participant: '404 403 403 403',
};
const read: Row = { ...readByThePair, participant: '404 200 200 200' };
const write = byManager('200 200 200 409');
const add = byManager('201 201 201 409');

/** What the two do while the record is open. */
const comment = (status: string): Row => ({
  manager: `409 ${status} ${status} 409`,
  'former manager': '403 403 403 403',
  employee: `404 ${status} ${status} 409`,
  participant: '404 403 403 403',
});

const one = '/api/one-on-ones/{oneOnOneId}';
const actionItem = '/api/action-items/{actionItemId}';
/** The action item is the employee's; a former manager marks only what they own. */
const mark: Row = { ...byManager('409 200 200 200'), employee: '404 200 200 200' };

/** Routes of one one-on-one: route × viewer × state. */
export const oneOnOneRows: Record<string, Row> = {
  [`GET ${one}`]: read,
  [`GET ${one}/events`]: read,
  [`GET ${one}/live`]: read,
  [`GET ${one}/previous-answers`]: readByThePair,
  [`GET ${one}/meeting`]: readByThePair,
  [`GET ${one}/figures`]: read,
  [`GET ${one}/changes`]: readByThePair,
  [`GET ${one}/receipts`]: readByThePair,
  [`PUT ${one}/participants/{personId}`]: byManager('200 200 409 409'),
  // Of the participant: who takes themselves out, leaves.
  [`DELETE ${one}/participants/{personId}`]: {
    ...byManager('204 204 204 204'),
    participant: '404 204 204 204',
  },
  [`GET ${one}/comments`]: readByThePair,
  [`POST ${one}/comments`]: comment('201'),
  // Each of the pair's own comment; the database lets none be written in a draft, so these were put there by its owner.
  [`PATCH ${one}/comments/{commentId}`]: comment('200'),
  [`DELETE ${one}/comments/{commentId}`]: comment('204'),
  [`PUT ${one}/items/{itemId}/comments-resolution`]: comment('204'),
  [`DELETE ${one}/items/{itemId}/comments-resolution`]: comment('204'),
  [`GET ${one}/addenda`]: read,
  [`POST ${one}/addenda`]: { ...comment(''), manager: '409 409 409 201', employee: '404 409 409 201' },
  [`GET ${one}/private-note`]: read,
  [`PUT ${one}/private-note`]: read,
  [`PATCH ${one}`]: write,
  [`POST ${one}/sections`]: add,
  [`PATCH ${one}/sections/{sectionId}`]: write,
  [`DELETE ${one}/sections/{sectionId}`]: write,
  [`POST ${one}/items`]: add,
  [`PATCH ${one}/items/{itemId}`]: write,
  [`DELETE ${one}/items/{itemId}`]: write,
  [`PUT ${one}/items/{itemId}/answer`]: write,
  // The item is a question, which is not ticked.
  [`PUT ${one}/items/{itemId}/tick`]: byManager('409 409 409 409'),
  [`DELETE ${one}/items/{itemId}/tick`]: byManager('409 409 409 409'),
  [`GET ${one}/action-items`]: read,
  [`POST ${one}/action-items`]: byManager('201 201 409 409'),
  [`GET ${one}/follow-up`]: readByThePair,
  [`PATCH ${actionItem}`]: byManager('200 200 409 409'),
  [`DELETE ${actionItem}`]: byManager('200 200 409 409'),
  [`PUT ${actionItem}/completion`]: mark,
  [`DELETE ${actionItem}/completion`]: mark,
  [`PUT ${actionItem}/drop`]: mark,
  [`DELETE ${actionItem}/drop`]: mark,
  [`GET ${one}/export`]: read,
  [`GET ${one}/files`]: read,
  [`POST ${one}/files`]: byManager('201 201 409 409'),
  [`GET ${one}/files/{fileId}`]: read,
  [`GET ${one}/files/{fileId}/preview`]: read,
  [`DELETE ${one}/files/{fileId}`]: byManager('200 200 409 409'),
  [`DELETE ${one}`]: { ...byManager('204 204 409 409'), 'former manager': '204 403 403 403' },
  [`POST ${one}/sharing`]: byManager('200 409 409 409'),
  [`POST ${one}/approval-request`]: byManager('200 200 409 409'),
  [`DELETE ${one}/approval-request`]: byManager('409 409 200 409'),
  [`POST ${one}/approval`]: byEmployee('404 409 200 409'),
  [`POST ${one}/revision-request`]: byEmployee('404 409 200 409'),
};

/** Persons for the routes that belong to no one-on-one. */
export const persons = ['admin', 'team manager', 'employee', 'anonymous', 'deactivated'] as const;
export type Person = (typeof persons)[number];

const adminOnly = (status: string): Record<Person, string> => ({
  admin: status,
  'team manager': '403',
  employee: '403',
  anonymous: '401',
  deactivated: '401',
});
const signedIn = (status: string): Record<Person, string> => ({
  admin: status,
  'team manager': status,
  employee: status,
  anonymous: '401',
  deactivated: '401',
});
/** Only team managers see templates; for everybody else there are none. */
const template = (status: string): Record<Person, string> => ({
  admin: '404',
  'team manager': status,
  employee: '404',
  anonymous: '401',
  deactivated: '401',
});
/** The numbers of the address are of somebody whom the team manager manages; the employee is somebody else. */
const numbers = (status: string): Record<Person, string> => ({ ...template(status), admin: status });
const everybody = (status: string): Record<Person, string> => ({
  admin: status,
  'team manager': status,
  employee: status,
  anonymous: status,
  deactivated: status,
});

/** All other routes: route × person. */
export const otherRows: Record<string, Record<Person, string>> = {
  'GET /api/me': signedIn('200'),
  'GET /api/live': signedIn('200'),
  'GET /api/me/profile': signedIn('200'),
  'PATCH /api/me/profile': signedIn('200'),
  'PUT /api/me/picture': signedIn('422'),
  'DELETE /api/me/picture': signedIn('200'),
  'GET /api/pictures': signedIn('200'),
  'GET /api/people/{personId}/picture': signedIn('404'),
  'GET /api/people': signedIn('200'),
  'POST /api/people': adminOnly('201'),
  'POST /api/people-import': adminOnly('200'),
  'GET /api/people/{personId}': adminOnly('200'),
  'PATCH /api/people/{personId}': adminOnly('200'),
  'POST /api/people/{personId}/invitation': adminOnly('201'),
  'DELETE /api/people/{personId}/invitation': adminOnly('204'),
  'POST /api/invitations': adminOnly('200'),
  // The person of the address has nothing shared yet: their address is simply changed, and nothing recovered.
  'POST /api/people/{personId}/recovery': adminOnly('409'),
  'GET /api/people/{personId}/recovery': adminOnly('200'),
  'DELETE /api/people/{personId}/recovery': adminOnly('404'),
  'GET /api/recoveries': signedIn('200'),
  'POST /api/recoveries/{recoveryId}/objection': signedIn('404'),
  'POST /api/address-change': signedIn('422'),
  'GET /api/address-change/{token}': signedIn('404'),
  'POST /api/address-change/{token}': signedIn('404'),
  'POST /api/password-reset': everybody('204'),
  'GET /api/password-reset/{token}': everybody('404'),
  'POST /api/password-reset/{token}': everybody('404'),
  'GET /api/teams': adminOnly('200'),
  'POST /api/teams': adminOnly('201'),
  'GET /api/teams/{teamId}': adminOnly('200'),
  'PATCH /api/teams/{teamId}': adminOnly('200'),
  'PUT /api/teams/{teamId}/members/{personId}': adminOnly('200'),
  'DELETE /api/teams/{teamId}/members/{personId}': adminOnly('200'),
  'PUT /api/teams/{teamId}/managers/{personId}': adminOnly('200'),
  'DELETE /api/teams/{teamId}/managers/{personId}': adminOnly('200'),
  'DELETE /api/teams/{teamId}': adminOnly('204'),
  'GET /api/managed-people': signedIn('200'),
  'GET /api/mail-status': adminOnly('200'),
  'GET /api/mail-choices': signedIn('200'),
  'PUT /api/mail-choices': signedIn('200'),
  'GET /api/me/reminders': signedIn('200'),
  'PATCH /api/me/reminders': signedIn('200'),
  'GET /api/me/calendar': signedIn('200'),
  'PATCH /api/me/calendar': signedIn('200'),
  'POST /api/me/calendar-feed': signedIn('201'),
  'DELETE /api/me/calendar-feed': signedIn('204'),
  // The token of the address is nobody's.
  'GET /api/calendar/{token}': everybody('404'),
  'POST /api/series-import': { ...template('200'), admin: '403', employee: '403' },
  'GET /api/notices': signedIn('200'),
  'PUT /api/notices/reading': signedIn('204'),
  // The notice of the address is the team manager's.
  'PUT /api/notices/{noticeId}/reading': template('200'),
  'DELETE /api/notices/{noticeId}/reading': template('200'),
  'POST /api/exports': signedIn('201'),
  'GET /api/exports': signedIn('200'),
  // The export of the address is the team manager's, and waits.
  'GET /api/exports/{exportId}': template('200'),
  'GET /api/exports/{exportId}/archive': template('409'),
  'DELETE /api/exports/{exportId}': template('204'),
  'GET /api/one-on-ones': signedIn('200'),
  'GET /api/action-items': signedIn('200'),
  // The employee of the body is somebody whom the team manager manages, and nobody else does.
  'POST /api/one-on-ones': template('201'),
  'GET /api/series': signedIn('200'),
  // The employee of the body is somebody whom the team manager manages, and nobody else does.
  'POST /api/series': { ...template('201'), admin: '403', employee: '403' },
  'GET /api/templates': { ...signedIn('200') },
  'POST /api/templates': { ...template('201'), admin: '403', employee: '403' },
  // The template is the team manager's own, and not shared.
  'GET /api/templates/{templateId}': template('200'),
  'PUT /api/templates/{templateId}': template('200'),
  'DELETE /api/templates/{templateId}': template('204'),
  'GET /api/kpis': signedIn('200'),
  'POST /api/kpis': adminOnly('201'),
  'PATCH /api/kpis/{kpiId}': adminOnly('200'),
  'GET /api/people/{personId}/numbers': numbers('200'),
  'GET /api/people/{personId}/numbers/{kpiId}': numbers('200'),
  'GET /api/people/{personId}/signals': numbers('200'),
  'GET /api/team-numbers': signedIn('200'),
  // The employee finds nobody to write numbers of.
  'POST /api/kpi-readings': { ...signedIn('200'), employee: '422' },
  'GET /api/people/{personId}/kpi-readings/{kpiId}/{on}': numbers('200'),
  'DELETE /api/people/{personId}/kpi-readings/{kpiId}/{on}': numbers('204'),
  // No file comes with it.
  'POST /api/kpi-readings-import': adminOnly('415'),
  'GET /api/people/{personId}/kpi-readings.csv': numbers('200'),
  'GET /api/targets': { ...numbers('200') },
  'POST /api/targets': numbers('201'),
  'PATCH /api/targets/{targetId}': numbers('200'),
  'DELETE /api/targets/{targetId}': numbers('204'),
  'GET /api/access-tokens': adminOnly('200'),
  'POST /api/access-tokens': adminOnly('201'),
  'DELETE /api/access-tokens/{accessTokenId}': adminOnly('204'),
  'POST /api/service-accounts': adminOnly('201'),
  'DELETE /api/service-accounts/{serviceAccountId}': adminOnly('204'),
  'GET /api/sessions': signedIn('200'),
  // The session of the address is the team manager's.
  'DELETE /api/sessions/{sessionId}': template('204'),
  'PUT /api/password': signedIn('422'),
  'DELETE /api/session': signedIn('204'),
  'POST /api/session': everybody('401'),
  'GET /api/invitations/{token}': everybody('404'),
  'POST /api/invitations/{token}': everybody('404'),
};
