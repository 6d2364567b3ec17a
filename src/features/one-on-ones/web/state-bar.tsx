import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Send, Trash2 } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { shortcutText, useShortcut } from '../../../web/shell/shortcuts.ts';
import { Button } from '../../../web/ui/button.tsx';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import { Stepper } from '../../../web/ui/stepper.tsx';
import { Tooltip } from '../../../web/ui/tooltip.tsx';
import type { Abilities } from '../contract.ts';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import { namesOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import type { DialogName } from './dialog-name.ts';
import styles from './state-bar.module.css';
import { stateSteps, stateWords, turnWords } from './state-words.ts';

const loadDialogs = async () => import('./state-dialogs.tsx');
const StateDialog = late(loadDialogs);
const prepareDialogs = () => void loadDialogs().catch(() => {});

/** Where the record stands, whose turn it is, and the one thing to do next. */
export function StateBar() {
  const { record, myId } = useRecord();
  const navigate = useNavigate();
  const bar = useRef<HTMLElement>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [said, setSaid] = useState('');
  const { abilities, state } = record;
  const { employee } = namesOf(record);
  const turn = turnWords(record, myId);
  const main = mainAction(abilities, employee);

  function done(words: string) {
    setDialog(null);
    setSaid(words);
    // The button that was pressed is gone by now; the bar says what has become of it.
    setTimeout(() => bar.current?.focus({ preventScroll: true }), 80);
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only fetches ahead
    <section
      ref={bar}
      tabIndex={-1}
      className={styles.bar}
      aria-label="State"
      // Whoever comes near a button is about to be asked something.
      onPointerEnter={prepareDialogs}
      onFocus={prepareDialogs}
    >
      {main !== null && <Shortcut keys="s" label={main.label} run={() => setDialog(main.dialog)} />}
      {abilities.requestRevision && (
        <Shortcut keys="r" label="Ask for revision" run={() => setDialog('requestRevision')} />
      )}
      <Stepper label={`State: ${stateWords[state].label}`} steps={stateSteps} current={state} />
      <div className={styles.turn}>
        {turn !== null && <span className={styles.words}>{turn}</span>}
        {abilities.share && (
          <Button
            look="plain"
            onPress={() => void navigate({ to: '/one-on-ones', search: { view: 'drafts' } })}
          >
            Keep as draft
          </Button>
        )}
        {abilities.takeBack && <Button onPress={() => setDialog('takeBack')}>Take back</Button>}
        {abilities.requestRevision && (
          <Button onPress={() => setDialog('requestRevision')}>Ask for revision</Button>
        )}
        {main !== null && (
          <Tooltip text={main.tip} shortcut={shortcutText('s')}>
            <Button look="primary" onPress={() => setDialog(main.dialog)}>
              {main.label}
            </Button>
          </Tooltip>
        )}
        {(abilities.delete || abilities.share) && (
          <MenuButton
            label="More to do with this one-on-one"
            trigger={
              <IconButton label="More">
                <Ellipsis size={17} aria-hidden />
              </IconButton>
            }
          >
            {abilities.share && abilities.requestApproval && (
              <MenuItem
                icon={<Send size={15} aria-hidden />}
                hint={`${employee} gets one mail, with the link`}
                onAction={() => afterMenu(() => setDialog('shareAndSend'))}
              >
                Share and send for approval
              </MenuItem>
            )}
            {abilities.share && abilities.requestApproval && abilities.delete && <MenuLine />}
            {abilities.delete && (
              <MenuItem
                look="danger"
                icon={<Trash2 size={15} aria-hidden />}
                onAction={() => afterMenu(() => setDialog('delete'))}
              >
                Delete
              </MenuItem>
            )}
          </MenuButton>
        )}
      </div>
      <output className={styles.said}>{said}</output>
      {dialog !== null && (
        <Suspense>
          <StateDialog name={dialog} onClose={() => setDialog(null)} onDone={done} />
        </Suspense>
      )}
    </section>
  );
}

/** There while what it does can be done; so it stands in the list of shortcuts only then. */
function Shortcut({ keys, label, run }: { keys: string; label: string; run: () => void }) {
  useShortcut(keys, label, run);
  return null;
}

interface MainAction {
  dialog: DialogName;
  label: string;
  tip: string;
}

/** One filled button a state; which one, the abilities say. */
function mainAction(abilities: Abilities, employee: string): MainAction | null {
  if (abilities.share) return { dialog: 'share', label: `Share with ${employee}`, tip: 'Let them read it' };
  if (abilities.requestApproval) {
    return { dialog: 'requestApproval', label: 'Send for approval', tip: 'Ask for approval by mail' };
  }
  return abilities.approve ? { dialog: 'approve', label: 'Approve', tip: 'Say that you have read it' } : null;
}
