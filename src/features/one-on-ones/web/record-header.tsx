import { PenLine } from 'lucide-react';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Breadcrumbs } from '../../../web/ui/breadcrumbs.tsx';
import { formatDate } from '../../../web/ui/dates.ts';
import { Face } from '../../../web/ui/face.tsx';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { Link } from '../../../web/ui/link.tsx';
import { PageTitle } from '../../../web/ui/page-title.tsx';
import { SaveState } from '../../../web/ui/save-state.tsx';
import { When } from '../../../web/ui/when.tsx';
import { useSaving } from './autosave/use-saving.ts';
import { ConsentNote } from './consent-note.tsx';
import { InlineName } from './inline-name.tsx';
import { isOfThePair, namesOf, otherOf, voiceOf, withWhom } from './pair.ts';
import { ReadersLine } from './readers-line.tsx';
import { useRecord } from './record-context.ts';
import { useRecordSlots } from './record-slots.ts';
import { focusMenuOf } from './structure/use-move-keys.ts';
import styles from './record-header.module.css';

const HeldOn = late(() => import('./held-on.tsx'));

/** Whom and when, what has become of what was typed, the title, and who can read it. */
export function RecordHeader() {
  const { record, myId, consent, structure } = useRecord();
  const { InHead } = useRecordSlots();
  const [isRenaming, setRenaming] = useState(false);
  const other = otherOf(record, myId);
  const names = namesOf(record);
  const { edit } = record.abilities;
  return (
    <header className={styles.header}>
      <div className={styles.above}>
        <Breadcrumbs>
          {isOfThePair(record, myId) ? (
            <Link to="/one-on-ones" search={{ personId: other.id }}>
              {other.name}
            </Link>
          ) : (
            <Link to="/one-on-ones" search={{ view: 'shared-with-me' }}>
              Shared with you
            </Link>
          )}
          {edit ? (
            <Suspense fallback={<span className={styles.date}>{formatDate(record.heldOn)}</span>}>
              <HeldOn />
            </Suspense>
          ) : (
            <time dateTime={record.heldOn}>{formatDate(record.heldOn)}</time>
          )}
        </Breadcrumbs>
        <div className={styles.aside}>
          <Saved />
          <InHead record={record} myId={myId} />
        </div>
      </div>
      <div className={styles.titleLine} data-section-head>
        {isRenaming ? (
          <div className={styles.title}>
            <InlineName
              label="Title of this one-on-one"
              value={record.title}
              maxLength={200}
              onSave={structure.rename}
              onClose={(byKey) => {
                setRenaming(false);
                if (byKey) focusMenuOf('title');
              }}
            />
          </div>
        ) : (
          <>
            <PageTitle
              className={styles.title ?? ''}
              title={record.title}
              tabTitle={`${record.title}, ${withWhom(record, myId)}`}
            />
            {edit && (
              <span className={styles.rename}>
                <IconButton
                  size="s"
                  id="menu-title"
                  label="Change the title"
                  onPress={() => consent.run('record', () => setRenaming(true))}
                >
                  <PenLine size={15} aria-hidden />
                </IconButton>
              </span>
            )}
          </>
        )}
      </div>
      <div className={styles.who}>
        <span className={styles.pair}>
          <Face
            name={record.manager.name}
            as={voiceOf(record.manager.id, myId)}
            personId={record.manager.id}
          />
          <Face
            name={record.employee.name}
            as={voiceOf(record.employee.id, myId)}
            personId={record.employee.id}
          />
        </span>
        <span>
          {names.manager} and {names.employee}
        </span>
        <ReadersLine />
      </div>
      <ConsentNote place="record" />
    </header>
  );
}

function Saved() {
  const { record } = useRecord();
  const saving = useSaving(record);
  if (record.abilities.edit || saving.is !== 'saved') return <SaveState saving={saving} />;
  return (
    <span className={styles.changed}>
      Changed <When at={record.updatedAt} />
    </span>
  );
}
