import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Badge } from '../../../web/ui/badge.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { FileChoice } from '../../../web/ui/file-choice.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { Table, type Column } from '../../../web/ui/table.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import { peopleRoutes, type ImportLine, type PeopleImport } from '../contract.ts';
import styles from './import-people.module.css';
import { refreshPeople } from './people-queries.ts';

const actionWords = {
  add: <Badge tone="mine">Add</Badge>,
  change: <Badge tone="pending">Change</Badge>,
  nothing: <Badge tone="ink">Nothing to do</Badge>,
  error: <Badge tone="danger">Wrong</Badge>,
};

const columns: Column<ImportLine>[] = [
  { id: 'line', label: 'Line', align: 'end', phoneLabel: true, cell: ({ line }) => line },
  { id: 'name', label: 'Name', cell: ({ name }) => name },
  { id: 'email', label: 'Email', cell: ({ email }) => email },
  { id: 'action', label: 'What happens', cell: ({ action }) => actionWords[action] },
  { id: 'words', label: 'In words', cell: ({ words }) => words.join(' ') || null },
];

/** Wrong lines first, then what happens; what does nothing needs no look. */
const orderOf = { error: 0, add: 1, change: 2, nothing: 3 };
const mostShown = 500;

/** A file is read, shown line by line with what it would do, and only then done, whole or not at all. */
export function ImportPeople({ onDone }: { onDone: () => void }) {
  const [file, setFile] = useState<{ name: string; csv: string } | null>(null);
  const [preview, setPreview] = useState<PeopleImport | null>(null);
  const { run, isPending, error } = useAction();

  function read(chosen: File) {
    setPreview(null);
    void run(async () => {
      const csv = await textOf(chosen);
      setFile({ name: chosen.name, csv });
      setPreview(await call(peopleRoutes.importPeople, { body: { csv } }));
    });
  }

  function apply() {
    if (file === null) return;
    void run(async () => {
      const { lines } = await call(peopleRoutes.importPeople, { body: { csv: file.csv, apply: true } });
      await refreshPeople();
      const done = (action: ImportLine['action']) => lines.filter((line) => line.action === action).length;
      toast(`Imported: ${done('add')} added, ${done('change')} changed.`);
      onDone();
    });
  }

  const count = (action: ImportLine['action']) =>
    preview?.lines.filter((line) => line.action === action).length ?? 0;
  const canApply = preview !== null && count('error') === 0 && count('add') + count('change') > 0;
  return (
    <div className={styles.import}>
      <p className={styles.help}>
        The first line names the columns: <code>name</code>, <code>email</code>, and if you like{' '}
        <code>login</code> (yes or no), <code>team</code> and <code>manages</code> (several with{' '}
        <code>|</code> between them). An import adds and never takes away: you can repeat it with a longer
        file.
      </p>
      <FileChoice
        label={file === null ? 'Choose a CSV file' : file.name}
        accept=".csv,text/csv,text/plain"
        onChoose={read}
      />
      {error !== null && <InlineError error={error} />}
      {preview !== null && (
        <>
          <output>
            <Note look={count('error') > 0 ? 'caution' : 'quiet'}>
              {count('error') > 0
                ? `${count('error')} of ${preview.lines.length} lines are wrong. Mend them in the file and choose it again; nothing is imported before.`
                : `${summaryOf(preview.lines)}.${preview.newTeams.length > 0 ? ` New teams: ${preview.newTeams.join(', ')}.` : ''}`}
            </Note>
          </output>
          <div>
            <Button look="primary" onPress={apply} isDisabled={!canApply} isPending={isPending}>
              Import
            </Button>
          </div>
          <Table
            label="What the file would do, line by line"
            columns={columns}
            rows={preview.lines
              .toSorted((a, b) => orderOf[a.action] - orderOf[b.action] || a.line - b.line)
              .slice(0, mostShown)}
            rowKey={({ line }) => `${line}`}
          />
          {preview.lines.length > mostShown && (
            <p className={styles.help}>And {preview.lines.length - mostShown} more lines.</p>
          )}
        </>
      )}
    </div>
  );
}

function summaryOf(lines: readonly ImportLine[]): string {
  const count = (action: ImportLine['action']) => lines.filter((line) => line.action === action).length;
  return `${count('add')} to add, ${count('change')} to change, ${count('nothing')} as they are`;
}

/** UTF-8, or what spreadsheets on Windows write. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
