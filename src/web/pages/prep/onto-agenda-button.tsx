import { Check, ListPlus } from 'lucide-react';
import type { PointKind } from '../../../features/agenda/domain/points.ts';
import { Button } from '../../ui/button.tsx';
import styles from './prep.module.css';
import type { OntoAgenda } from './use-onto-agenda.ts';

interface OntoAgendaButtonProps {
  text: string;
  kind: PointKind;
  onto: OntoAgenda;
  mayAdd: boolean;
  label?: string;
}

export function OntoAgendaButton({
  text,
  kind,
  onto,
  mayAdd,
  label = 'Add to the agenda',
}: OntoAgendaButtonProps) {
  const standing = onto.standing(text);
  if (standing === 'on') return <span className={styles.there}>On the agenda</span>;
  if (!mayAdd) return null;
  const isThere = standing === 'mine';
  return (
    <Button
      size="s"
      look="plain"
      aria-label={isThere ? `On the agenda, take it off again: ${text}` : `${label}: ${text}`}
      onPress={() => (isThere ? onto.takeOff(text) : onto.add(text, kind))}
    >
      {isThere ? <Check size={14} aria-hidden /> : <ListPlus size={14} aria-hidden />}
      {isThere ? 'On the agenda' : label}
    </Button>
  );
}
