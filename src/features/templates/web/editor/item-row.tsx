import { Suspense, type ReactNode } from 'react';
import { late } from '../../../../web/ui/late.ts';
import { InPlaceText } from '../../../../web/ui/in-place-text.tsx';
import { defaultMeasure } from '../../../kpis/domain/measure.ts';
import { isMeasured, moodLabels } from '../../domain/items.ts';
import type { Item } from '../../domain/sections.ts';
import { placeOfItem } from '../../domain/edit-sections.ts';
import { kindWords } from '../kind-words.ts';
import { answererNote } from '../answerer-words.ts';
import { useEditing } from './editor-context.ts';
import { elementId } from './focus.ts';
import { ItemMenu } from './item-menu.tsx';
import styles from './item-row.module.css';
import { KindMenu } from './kind-menu.tsx';
import { RatingOptions } from './rating-options.tsx';

const MeasureFields = late(() => import('../../../../web/shell/numbers/measure-fields.tsx'));

/** One item, edited where it stands. Enter goes on with a new one; in an empty one, Backspace takes it away. */
export function ItemRow({ item, handle }: { item: Item; handle: ReactNode }) {
  const { sections, structure } = useEditing();

  function addBelow() {
    const place = placeOfItem(sections, item.id);
    if (place !== null) structure.addItem('question', { ...place, index: place.index + 1 });
  }
  function removeBackwards() {
    const ids = sections.flatMap(({ items }) => items.map(({ id }) => id));
    const before = ids[ids.indexOf(item.id) - 1];
    const target = before === undefined ? null : document.getElementById(elementId.prompt(before));
    target?.focus();
    structure.removeItem(item.id, target !== null);
  }
  return (
    <div className={styles.row}>
      <span className={styles.handle}>{handle}</span>
      <KindMenu item={item} />
      <div className={styles.words}>
        <InPlaceText
          id={elementId.prompt(item.id)}
          look="strong"
          label={kindWords[item.kind].label}
          placeholder={kindWords[item.kind].placeholder}
          maxLength={1000}
          value={item.prompt}
          onChange={(prompt) => structure.changeItem(item.id, { prompt })}
          autoFocus={structure.isFresh(item.id)}
          onBlur={() => structure.settle()}
          onEnter={addBelow}
          onKeyDown={(event) => {
            if (event.key !== 'Backspace' || item.prompt !== '') return;
            event.preventDefault();
            removeBackwards();
          }}
        />
        {item.kind === 'rating' && <RatingOptions item={item} />}
        {isMeasured(item.kind) && (
          <Suspense>
            <MeasureFields
              mayStayOpen
              measure={item.measure ?? defaultMeasure}
              onChange={(measure) => structure.changeItem(item.id, { measure })}
            />
          </Suspense>
        )}
        {answererNote(item) !== null && <p className={styles.mood}>{answererNote(item)}</p>}
        {item.kind === 'mood' && <p className={styles.mood}>{moodLabels.join(' · ')}</p>}
      </div>
      <span className={styles.menu}>
        <ItemMenu item={item} />
      </span>
    </div>
  );
}
