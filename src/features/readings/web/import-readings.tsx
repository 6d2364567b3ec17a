import { useRef, useState } from 'react';
import { upload } from '../../../web/shell/upload.ts';
import { Button } from '../../../web/ui/button.tsx';
import { FileChoice } from '../../../web/ui/file-choice.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { SegmentedControl } from '../../../web/ui/segmented-control.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { Problem } from '../../../shared/problems.ts';
import { largestImport, readingRoutes, type ReadingsImport } from '../contract.ts';
import { faultColumns, lineColumns } from './import-columns.tsx';
import styles from './import-readings.module.css';
import { readWords, summaryWords, wrongWords } from './import-words.ts';

type Decimal = 'point' | 'comma';

/** A file is read, shown line by line with what it would do, and only then loaded, whole or not at all. */
export function ImportReadings() {
  const [file, setFile] = useState<File | null>(null);
  const [shown, setShown] = useState<ReadingsImport | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const { run, isPending, error } = useAction();
  // The button goes when it has done its work: what came of it takes the focus.
  const said = useRef<HTMLOutputElement>(null);
  const leaving = useRef(new AbortController());

  async function send(chosen: File, query: { apply?: 'true'; decimal?: Decimal }): Promise<ReadingsImport> {
    if (chosen.size > largestImport) throw tooLarge(chosen);
    setShare(0);
    try {
      const { signal } = leaving.current;
      return await upload(readingRoutes.importReadings, {
        params: {},
        query,
        file: chosen,
        signal,
        onProgress: setShare,
      });
    } finally {
      setShare(null);
    }
  }
  function look(chosen: File, decimal?: Decimal) {
    setFile(chosen);
    setShown(null);
    void run(async () => setShown(await send(chosen, decimal === undefined ? {} : { decimal })));
  }
  function load() {
    if (file === null || shown === null) return;
    const decimal = shown.read.decimal === ',' ? 'comma' : 'point';
    void run(async () => {
      const loaded = await send(file, { apply: 'true', decimal });
      setShown(loaded);
      said.current?.focus();
    });
  }
  const isWrong = (shown?.wrong ?? 0) > 0;
  // Without a line there is nothing to choose or to load, and what is loaded is done.
  const isOpen = shown !== null && !shown.applied && shown.lines > 0;
  const changes = (shown?.added ?? 0) + (shown?.replaced ?? 0);
  return (
    <div className={styles.import}>
      <Format />
      <FileChoice
        label={file === null ? 'Choose a CSV file, or drop it here' : file.name}
        accept=".csv,text/csv,text/plain"
        onChoose={look}
      />
      {isPending && <Progress share={share} />}
      {error !== null && <InlineError error={error} />}
      {shown !== null && file !== null && (
        <>
          <output ref={said} tabIndex={-1}>
            <Note look={isWrong ? 'caution' : 'quiet'}>{wordsOf(shown)}</Note>
          </output>
          <div className={styles.read}>
            <p>{readWords(shown.read)}</p>
            {isOpen && (
              <SegmentedControl<Decimal>
                label="Sign of decimals"
                options={[
                  { id: 'point', label: '1.5' },
                  { id: 'comma', label: '1,5' },
                ]}
                value={shown.read.decimal === ',' ? 'comma' : 'point'}
                onChange={(decimal) => look(file, decimal)}
              />
            )}
          </div>
          {isOpen && (
            <div>
              <Button
                look="primary"
                onPress={load}
                isDisabled={isWrong || changes === 0}
                isPending={isPending}
              >
                Load
              </Button>
            </div>
          )}
          {shown.faults.length > 0 && (
            <Table
              label="What is wrong, line by line"
              columns={faultColumns}
              rows={shown.faults}
              rowKey={({ line, column, message }) => `${line} ${column} ${message}`}
            />
          )}
          {shown.preview.length > 0 && (
            <Table
              label="What the file would do, line by line"
              columns={lineColumns}
              rows={shown.preview}
              rowKey={({ line }) => `${line}`}
            />
          )}
          {shown.preview.length < changes && !shown.applied && (
            <p className={styles.help}>
              The first {shown.preview.length} of {changes} lines that change something.
            </p>
          )}
        </>
      )}
    </div>
  );
}

function tooLarge(file: File): Problem {
  const mebibytes = Math.ceil(file.size / 1024 / 1024);
  return new Problem('too_large', {
    detail: `This file has ${mebibytes} MB; at most ${largestImport / 1024 / 1024} MB are read at once. Split it by month or by KPI.`,
  });
}

function wordsOf(shown: ReadingsImport): string {
  if (shown.applied) return `Loaded: ${summaryWords(shown, 'done')}.`;
  if (shown.wrong === 0) return `${summaryWords(shown, 'to-do')}.`;
  return wrongWords(shown);
}

function Progress({ share }: { share: number | null }) {
  const isSent = share === null || share >= 1;
  return (
    <div className={styles.progress}>
      <progress {...(!isSent && { value: share, max: 1 })} aria-label="Progress" />
      <p>{isSent ? 'Reading the lines' : `Sending, ${Math.round(share * 100)} percent`}</p>
    </div>
  );
}

const sample =
  'kpi,person,date,value\r\nCalls booked,eli@example.org,2026-11-20,12\r\nRevenue,eli@example.org,2026-11-20,1450.50\r\n';

function Format() {
  return (
    <p className={styles.help}>
      The first line names the columns: <code>kpi</code> (its name), <code>person</code> (their email),{' '}
      <code>date</code> and <code>value</code>. Separated by comma, semicolon or tab. A reading of the same
      KPI, person and day replaces the one that is there: you can load a file again.{' '}
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`} download="readings.csv">
        A sample
      </a>
    </p>
  );
}
