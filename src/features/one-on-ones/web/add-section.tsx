import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import { ConsentNote } from './consent-note.tsx';
import styles from './add-item.module.css';
import { InlineName } from './inline-name.tsx';
import sectionStyles from './section-view.module.css';
import { useRecord } from './record-context.ts';
import { focusMenuOf } from './structure/use-move-keys.ts';

const place = 'new-section';

/** Apart: who only reads never loads it. */
export default function AddSection() {
  const { record, consent, structure } = useRecord();
  const [isOpen, setOpen] = useState(false);

  async function add(title: string) {
    const known = new Set(record.sections.map(({ id }) => id));
    const changed = await structure.addSection(title);
    const added = changed?.sections.find(({ id }) => !known.has(id));
    if (added !== undefined) focusMenuOf(added.id);
  }
  return (
    <div className={sectionStyles.section}>
      <ConsentNote place={place} />
      {isOpen ? (
        <div className={sectionStyles.title}>
          <InlineName
            label="Title of the new section"
            placeholder="Title of the new section"
            value=""
            maxLength={200}
            onSave={(title) => void add(title)}
            onClose={(byKey) => {
              setOpen(false);
              if (byKey) focusMenuOf(place);
            }}
          />
        </div>
      ) : (
        <div className={styles.add}>
          <Button
            id={`menu-${place}`}
            size="s"
            look="plain"
            onPress={() => consent.run(place, () => setOpen(true))}
          >
            <Plus size={15} aria-hidden />
            Add a section
          </Button>
        </div>
      )}
    </div>
  );
}
