import { Button } from '../../../web/ui/button.tsx';
import { formatDate, formatMoment, localDay } from '../../../web/ui/dates.ts';
import type { AccessToken } from '../contract.ts';
import styles from './access-tokens.module.css';

interface TokenListProps {
  label: string;
  tokens: readonly AccessToken[];
  onRevoke: (token: AccessToken) => void;
}

export function TokenList({ label, tokens, onRevoke }: TokenListProps) {
  if (tokens.length === 0) return <p className={styles.none}>No access token.</p>;
  return (
    <ul className={styles.tokens} aria-label={label}>
      {tokens.map((token) => (
        <li key={token.id} className={styles.row}>
          <div>
            <p className={styles.name}>{token.name}</p>
            <p className={styles.facts}>
              Loads readings · made by {token.createdBy.name} on {formatDate(localDay(token.createdAt))} ·{' '}
              {token.lastUsedAt === null ? 'never used' : `last used ${formatMoment(token.lastUsedAt)}`}
            </p>
          </div>
          <Button size="s" aria-label={`Revoke ${token.name}`} onPress={() => onRevoke(token)}>
            Revoke
          </Button>
        </li>
      ))}
    </ul>
  );
}
