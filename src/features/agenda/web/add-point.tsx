import { Plus } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { newUuid } from '../../../shared/uuid.ts';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Sentence } from '../../../web/ui/sentence.ts';
import { Switch } from '../../../web/ui/switch.tsx';
import type { TalkingPoint } from '../contract.ts';
import { maxPointLength, type PointKind } from '../domain/points.ts';
import styles from './add-point.module.css';
import { agendaQuery, refreshAgenda } from './agenda-queries.ts';
import type { SeriesOfAgenda } from './agenda-panel.tsx';
import { KindMenu } from './kind-menu.tsx';
import { forgetPoint, keepPoint, sendPoint, type WaitingPoint } from './outbox.ts';
import { queryClient } from '../../../web/shell/queries.ts';

interface AddPointProps {
  series: SeriesOfAgenda;
  me: { id: string; name: string };
}

/** Say it, press Enter, say the next. */
export function AddPoint({ series, me }: AddPointProps) {
  const keptAs = `new-point/${series.id}`;
  const [text, setText] = useState(() => textFrom(keptOnDevice(me.id, keptAs)));
  const [kind, setKind] = useState<PointKind>('topic');
  const [isPrivate, setPrivate] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  function write(next: string): void {
    setText(next);
    setError(null);
    if (next === '') forgetOnDevice(me.id, keptAs);
    else keepOnDevice(me.id, keptAs, next);
  }
  async function add(): Promise<void> {
    const said = text.trim();
    field.current?.focus();
    if (said === '') return;
    if (said.length > maxPointLength) {
      setError(new Sentence(`At most ${maxPointLength} characters: these are ${said.length}.`));
      return;
    }
    const point: WaitingPoint = {
      id: newUuid(),
      seriesId: series.id,
      kind,
      text: said,
      shared: !isPrivate,
      refused: null,
    };
    keepPoint(me.id, point);
    write('');
    const sent = await sendPoint(me.id, point);
    if (sent.is === 'sent') showAdded(series.id, sent.point);
    if (sent.is === 'refused') {
      // Back into the field: neither this is lost, nor what has been begun since.
      forgetPoint(me.id, point.id);
      const since = textFrom(keptOnDevice(me.id, keptAs));
      write(since === '' ? said : `${said}\n${since}`);
      setError(sent.error);
    }
    await refreshAgenda();
  }
  return (
    <form
      className={styles.add}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={styles.box}>
        <Plus size={16} aria-hidden className={styles.plus} />
        <span className={styles.grow} data-text={text}>
          <textarea
            ref={field}
            aria-label="New talking point"
            placeholder="What do you want to talk about?"
            rows={1}
            enterKeyHint="send"
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void add();
            }}
          />
        </span>
        <button
          type="submit"
          className={styles.enter}
          aria-label="Add the point"
          disabled={text.trim() === ''}
        >
          ↵
        </button>
      </div>
      {error !== null && <InlineError error={error} />}
      <div className={styles.facts}>
        <KindMenu kind={kind} onChange={setKind} />
        <Switch isSelected={isPrivate} onChange={setPrivate}>
          Only me
        </Switch>
      </div>
    </form>
  );
}

function textFrom(kept: unknown): string {
  return typeof kept === 'string' ? kept : '';
}

/** At the end, until the list itself has come: where it stands among the others, the server says. */
function showAdded(seriesId: string, point: TalkingPoint): void {
  queryClient.setQueryData(agendaQuery(seriesId).queryKey, (agenda) =>
    agenda === undefined || agenda.points.some(({ id }) => id === point.id)
      ? agenda
      : { ...agenda, points: [...agenda.points, point] },
  );
}
