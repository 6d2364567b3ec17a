import { createHmac } from 'node:crypto';

/**
 * The token of an export's grant, which only the key and the export's id make: so the job holds the id, and the
 * secret is kept nowhere.
 */
export function grantToken(secretKey: string, exportId: string): string {
  return createHmac('sha256', secretKey).update(`export-grant ${exportId}`).digest('base64url');
}
