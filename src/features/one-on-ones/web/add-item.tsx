import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Button } from '../../../web/ui/button.tsx';
import type { Section } from '../contract.ts';
import styles from './add-item.module.css';
import { useRecord } from './record-context.ts';

const AddItemForm = late(() => import('./add-item-form.tsx'));

/** Apart: who only reads never loads it. A quiet button at the end of a section; pressed, it is a field in its place. */
export default function AddItem({ section }: { section: Section }) {
  const { consent } = useRecord();
  const [isOpen, setOpen] = useState(false);
  const button = (
    <div className={styles.add}>
      <Button
        size="s"
        look="plain"
        id={`add-${section.id}`}
        aria-label={`Add an item to ${section.title}`}
        onPress={() => consent.run(section.id, () => setOpen(true))}
      >
        <Plus size={15} aria-hidden />
        Add an item
      </Button>
    </div>
  );
  if (!isOpen) return button;
  return (
    <Suspense fallback={button}>
      <AddItemForm section={section} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
