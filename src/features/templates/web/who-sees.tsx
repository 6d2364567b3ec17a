import { LibraryBig, LockKeyhole, UsersRound } from 'lucide-react';
import type { Template } from '../contract.ts';
import styles from './who-sees.module.css';

type Seen = Pick<Template, 'shared' | 'owner'> & { abilities: { edit: boolean } };

/** Who sees a template, in words. */
export function WhoSees({ template }: { template: Seen }) {
  const [Icon, words] = whoSees(template);
  return (
    <span className={styles.who}>
      <Icon size={14} aria-hidden />
      {words}
    </span>
  );
}

function whoSees({ shared, owner, abilities }: Seen) {
  if (owner === null) return [LibraryBig, 'From the library'] as const;
  if (!abilities.edit) return [UsersRound, `Shared by ${owner.name}`] as const;
  return shared
    ? ([UsersRound, 'All team managers can see it'] as const)
    : ([LockKeyhole, 'Only you can see it'] as const);
}
