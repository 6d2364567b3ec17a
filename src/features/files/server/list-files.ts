import type { Context } from '../../../server/http/serve.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { standingOf } from '../../one-on-ones/server/standing-reach.ts';
import { abilitiesOf } from '../../one-on-ones/domain/rights.ts';
import type { RecordFile } from '../contract.ts';
import { filesOf } from './file-queries.ts';
import { presentFile } from './present-file.ts';

interface Listed {
  items: RecordFile[];
  abilities: { changeFiles: boolean };
}

export async function listFiles({ db, viewer }: Context, oneOnOneId: string): Promise<Listed> {
  const row = await reachOneOnOne(db, oneOnOneId);
  const { changeFiles } = abilitiesOf(standingOf(row, viewer.id));
  const files = await filesOf(db, oneOnOneId);
  return { items: files.map((file) => presentFile(file, changeFiles)), abilities: { changeFiles } };
}
