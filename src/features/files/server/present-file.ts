import type { RecordFile } from '../contract.ts';
import { isImage } from '../domain/file-type.ts';
import type { FileRow } from './file-queries.ts';

export function presentFile(row: FileRow, mayChange: boolean): RecordFile {
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    type: row.type,
    sha256: row.sha256,
    addedAt: row.added_at,
    addedBy: { id: row.added_by, name: row.added_by_name },
    isImage: isImage(row.type),
    abilities: { delete: mayChange },
  };
}
