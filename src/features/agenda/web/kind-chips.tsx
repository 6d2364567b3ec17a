import { pointKinds, type PointKind } from '../domain/points.ts';
import styles from './kind-chips.module.css';
import { kindWords } from './kind-words.ts';

interface KindChipsProps {
  kind: PointKind;
  onChange: (kind: PointKind) => void;
}

/** All kinds at hand, the browser's own radio buttons under them. */
export function KindChips({ kind, onChange }: KindChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend>What it is</legend>
      {pointKinds.map((each) => {
        const { Icon, name } = kindWords[each];
        return (
          <label key={each} className={styles.chip}>
            <input
              type="radio"
              name="kind"
              value={each}
              checked={kind === each}
              onChange={() => onChange(each)}
            />
            <Icon size={14} aria-hidden />
            {name}
          </label>
        );
      })}
    </fieldset>
  );
}
