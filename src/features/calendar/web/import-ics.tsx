import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { Problem } from '../../../shared/problems.ts';
import { calendarRoutes as routes, largestImport, type ImportedSeries } from '../contract.ts';
import styles from './import-ics.module.css';

/** An event of another calendar, chosen or dropped here: what fits is handed on, what does not is said. */
export function ImportIcs({ onRead }: { onRead: (series: ImportedSeries) => void }) {
  const [read, setRead] = useState<ImportedSeries | null>(null);
  const { run, isPending, error } = useAction();

  function take(file: File | undefined) {
    if (file === undefined || isPending) return;
    setRead(null);
    void run(async () => {
      if (file.size > largestImport) throw tooLarge();
      const series = await call(routes.importSeries, { body: { ics: await file.text() } });
      setRead(series);
      onRead(series);
    });
  }
  return (
    <div className={styles.import}>
      <label className={styles.file}>
        <CalendarPlus size={16} aria-hidden />
        <span>{isPending ? 'Reading…' : 'Fill in from an event of your calendar (.ics)'}</span>
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = ''; // the same file can be chosen again
          }}
        />
      </label>
      {error !== null && <InlineError error={wordsOf(error)} />}
      {read !== null && (
        <output>
          <Note>
            Filled in below; nothing is set up yet.
            {read.leftOut.length > 0 && ` Left out: ${read.leftOut.join('; ')}.`}
          </Note>
        </output>
      )}
    </div>
  );
}

function tooLarge(): Problem {
  return new Problem('too_large', { detail: 'This file is larger than 256 KB. Export one event alone.' });
}

/** What is wrong with the file is said of its only field. */
function wordsOf(error: unknown): unknown {
  const [first] = error instanceof Problem ? (error.extras.errors ?? []) : [];
  return first === undefined ? error : new Problem('invalid', { detail: first.message });
}
