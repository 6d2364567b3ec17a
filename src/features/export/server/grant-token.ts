import { keyed } from '../../../server/tokens.ts';

/**
 * The token of an export's grant, which only the key and the export's id make: so the job holds the id, and the
 * secret is kept nowhere.
 */
export function grantToken(secretKey: string, exportId: string): string {
  return keyed(secretKey, 'export-grant', exportId);
}
