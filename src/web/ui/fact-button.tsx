import type { ReactNode, Ref } from 'react';
import { BareButton } from './bare-button.tsx';
import styles from './fact-button.module.css';

interface FactButtonProps {
  ref?: Ref<HTMLButtonElement>;
  /** What it says, and that a press changes it. */
  'aria-label': string;
  children: ReactNode;
}

/** A fact that opens the menu by which it is changed: an owner, a day, a kind. */
export function FactButton(props: FactButtonProps) {
  return <BareButton {...props} className={styles.fact} />;
}
