import { useId, type ReactNode } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './prep.module.css';

interface PrepStepProps {
  title: string;
  isLooked: boolean;
  onLook: (isLooked: boolean) => void;
  children: ReactNode;
}

/** One thing to look at before the meeting, ticked by whoever looked. */
export function PrepStep({ title, isLooked, onLook, children }: PrepStepProps) {
  const id = useId();
  return (
    <li className={styles.step}>
      <section aria-labelledby={id}>
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <Checkbox isSelected={isLooked} onChange={onLook} aria-label={`Looked at: ${title}`}>
            Looked at
          </Checkbox>
        </div>
        {children}
      </section>
    </li>
  );
}
