import { Button } from '../../../web/ui/button.tsx';
import { toast } from '../../../web/ui/toast.ts';
import styles from './access-tokens.module.css';

interface NewTokenProps {
  token: string;
  onSeen: () => void;
}

/** Shown once: only its hash is kept. */
export function NewToken({ token, onSeen }: NewTokenProps) {
  const copy = async (text: string, words: string) => {
    try {
      await navigator.clipboard.writeText(text);
      toast(words);
    } catch {
      // Without https, or where it is not allowed.
      toast('This browser does not let it be copied. Mark the token and copy it yourself.');
    }
  };
  const example = exampleWith(token);
  return (
    <section className={styles.fresh} aria-label="The new access token">
      <p>
        You see this token this once. Whoever has it can write readings of everybody, and read nothing: keep
        it as you keep a password.
      </p>
      <code className={styles.token}>{token}</code>
      <div className={styles.buttons}>
        <Button look="primary" size="s" autoFocus onPress={() => void copy(token, 'The token is copied.')}>
          Copy the token
        </Button>
        <Button size="s" onPress={() => void copy(example, 'The command is copied.')}>
          Copy the example
        </Button>
        <Button size="s" look="plain" onPress={onSeen}>
          I have it
        </Button>
      </div>
      <pre className={styles.example}>{example}</pre>
    </section>
  );
}

function exampleWith(token: string): string {
  const reading = '{"kpiId": "Calls booked", "personId": "eli@example.org", "on": "2026-11-20", "value": 12}';
  return [
    `curl -sS -X POST '${globalThis.location.origin}/api/kpi-readings' \\`,
    `  -H 'authorization: Bearer ${token}' -H 'content-type: application/json' \\`,
    `  -d '{"readings": [${reading}]}'`,
  ].join('\n');
}
