import { Ellipsis, PenLine, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoment } from '../../../web/ui/dates.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import type { Target } from '../contract.ts';
import { isBeaten } from '../domain/is-beaten.ts';
import { aimInWords, whenInWords } from './target-words.ts';
import styles from './targets-part.module.css';

interface TargetListProps {
  label: string;
  targets: readonly Target[];
  today: string;
  /** Where several KPIs stand in one list. */
  namesKpi: boolean;
  /** The list is a team's own; else its targets are said to be of a team. */
  isOfTeam: boolean;
  /** A way to the team's targets. */
  teamLink?: ((team: { id: string; name: string }) => ReactNode) | undefined;
  onCorrect: (target: Target) => void;
  onRemove: (target: Target) => void;
}

export function TargetList({
  label,
  targets,
  today,
  namesKpi,
  isOfTeam,
  teamLink,
  onCorrect,
  onRemove,
}: TargetListProps) {
  return (
    <ul className={styles.targets} aria-label={label}>
      {targets.map((target) => (
        <li key={target.id} data-over={target.to !== null && target.to < today}>
          <div>
            <p className={styles.aim}>
              {namesKpi && <span>{target.kpi.name}</span>}
              <strong>{aimInWords(target)}</strong>
            </p>
            <p className={styles.facts}>
              {whenInWords(target, today)}
              {target.team !== null && !isOfTeam && (
                <>
                  {' '}
                  · team target of {teamLink === undefined ? target.team.name : teamLink(target.team)}
                  {isBeaten(target, targets, today) && ', which a target of their own comes before'}
                </>
              )}{' '}
              · <span title={formatMoment(target.setAt)}>set by {target.setBy.name}</span>
            </p>
          </div>
          {target.abilities.edit && (
            <MenuButton
              label={`More about the target ${aimInWords(target)}`}
              trigger={
                <IconButton label={`More about the target ${aimInWords(target)}`} size="s">
                  <Ellipsis size={16} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem icon={<PenLine size={15} aria-hidden />} onAction={() => onCorrect(target)}>
                Correct or end it
              </MenuItem>
              <MenuItem
                icon={<Trash2 size={15} aria-hidden />}
                look="danger"
                onAction={() => onRemove(target)}
              >
                Remove
              </MenuItem>
            </MenuButton>
          )}
        </li>
      ))}
    </ul>
  );
}
