import { useEffect, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { OnSight } from '../../../web/ui/on-sight.tsx';
import type { OneOnOne } from '../../one-on-ones/contract.ts';

const RecordFiles = late(() => import('./record-files.tsx'));

export interface Handed {
  files: readonly File[];
}

/** The files of a record, loaded when one comes near them, or comes with a file: dropped anywhere, or pasted. */
export function FilesSlot({ record }: { record: OneOnOne }) {
  const mayAdd = record.abilities.changeFiles;
  const [isOver, setOver] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);
  useEffect(() => (mayAdd ? listen(setOver, (files) => setHanded({ files })) : undefined), [mayAdd]);
  return (
    <OnSight isWanted={isOver || handed !== null}>
      <RecordFiles record={record} isOver={isOver} handed={handed} />
    </OnSight>
  );
}

function listen(setOver: (isOver: boolean) => void, take: (files: readonly File[]) => void): () => void {
  const stop = new AbortController();
  const on = <Name extends 'dragover' | 'dragleave' | 'drop' | 'paste'>(
    name: Name,
    hear: (event: DocumentEventMap[Name]) => void,
  ) => document.addEventListener(name, hear, { signal: stop.signal });
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  on('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(true);
  });
  on('dragleave', (event) => {
    if (event.relatedTarget === null) setOver(false);
  });
  on('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    take([...(event.dataTransfer?.files ?? [])]);
  });
  on('paste', ({ clipboardData }) => {
    // What is copied from a document brings a picture of itself along; then the words are meant.
    if (clipboardData === null || clipboardData.types.some((type) => type.startsWith('text/'))) return;
    if (clipboardData.files.length > 0) take([...clipboardData.files]);
  });
  return () => stop.abort();
}
