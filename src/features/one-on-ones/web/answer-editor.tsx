import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import { stepsOf } from '../../templates/domain/items.ts';
import type { Answer, Item } from '../contract.ts';
import styles from './answer.module.css';
import { cx } from '../../../web/ui/cx.ts';
import type { ItemDraft } from './autosave/item-draft.ts';
import { useSaver } from './autosave/use-record-saver.ts';
import { voiceOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import { ScaleField } from './scale-field.tsx';
import { useWriting } from '../../../web/shell/writing.ts';

const TargetField = late(() => import('./measured/target-field.tsx'));

const placeholders: Partial<Record<Item['kind'], string>> = {
  agenda: 'What was said, what was decided',
  'follow-up': 'What became of it',
  update: 'What you say to it',
  kpi: 'What it says to you, what you do about it',
  target: 'What it says to you, what you do about it',
};

interface AnswerEditorProps {
  item: Item;
  draft: ItemDraft;
  labelledBy: string;
  /** The person has just said that they want to write here. */
  startsEditing: boolean;
}

/** Apart: who only reads never loads it. Until it is there, the answer is read. */
export default function AnswerEditor({ item, draft, labelledBy, startsEditing }: AnswerEditorProps) {
  const { Editor } = useWriting();
  const { record, myId } = useRecord();
  const saver = useSaver();
  const hasScale = stepsOf(item.kind, item.options) !== null;
  const { text, value, target } = draft.typed ?? {};
  const beside = { ...(value !== undefined && { value }), ...(target && { target }) };
  const [isAdding, setAdding] = useState(startsEditing);
  const hasText = !hasScale || text !== undefined || isAdding;

  function change(answer: Answer, whole: boolean) {
    saver.dispatch(item.id, { type: 'typed', answer, state: record.state, whole });
  }
  return (
    <>
      {item.kind === 'target' && (item.measure?.kpiId ?? null) !== null && (
        <Suspense>
          <TargetField
            key={`${item.measure?.kpiId} ${item.measure?.period}`}
            item={item}
            target={target}
            onChange={(agreed) => change({ ...(text && { text }), ...(agreed && { target: agreed }) }, true)}
          />
        </Suspense>
      )}
      {hasScale && (
        <ScaleField
          item={item}
          value={value}
          voice={voiceOf(record.employee.id, myId)}
          labelledBy={labelledBy}
          onChange={(chosen) =>
            change({ ...(text && { text }), ...(chosen !== undefined && { value: chosen }) }, true)
          }
          {...(!hasText && {
            after: (
              <TextButton onPress={() => setAdding(true)} aria-label={`Add a few words to: ${item.prompt}`}>
                Add a few words
              </TextButton>
            ),
          })}
        />
      )}
      {hasText && (
        <div className={cx(styles.writing, hasScale && styles.beside)}>
          <Editor
            value={text ?? null}
            labelledBy={labelledBy}
            placeholder={hasScale ? 'Add a few words' : (placeholders[item.kind] ?? 'Write here')}
            autofocus={startsEditing || isAdding}
            onChange={(doc) => change({ ...beside, text: doc }, false)}
            onBlur={() => saver.dispatch(item.id, { type: 'left' })}
          />
        </div>
      )}
    </>
  );
}
