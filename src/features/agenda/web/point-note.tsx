import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { call } from '../../../web/shell/call.ts';
import { Compose } from '../../../web/shell/compose.tsx';
import { useWriting } from '../../../web/shell/writing.ts';
import { queryClient } from '../../../web/shell/queries.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { agendaRoutes as routes, type TalkingPoint } from '../contract.ts';
import { noteQuery, refreshAgenda } from './agenda-queries.ts';
import styles from './point-note.module.css';

interface PointNoteProps {
  point: TalkingPoint;
  myId: string;
  onClose: () => void;
}

/** What one keeps to oneself about a point, also when the point is shared. */
export function PointNote({ point, myId, onClose }: PointNoteProps) {
  const pointId = point.id;
  const { Reader } = useWriting();
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...noteQuery(pointId),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  if (data === undefined && error !== null) {
    return <InlineError error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined || !isFetchedAfterMount) return <Skeleton lines={1} />;
  return (
    <div className={styles.note}>
      <p>
        <Lock size={13} aria-hidden /> Only you can read this, for ever.
      </p>
      {point.abilities.arrange ? (
        <Compose
          label="Private note"
          placeholder="What you want to remember"
          submitLabel="Save"
          personId={myId}
          keptAs={`point-note/${pointId}`}
          {...(data.body === null ? {} : { start: data.body })}
          autofocus
          onSubmit={async (body) => {
            const note = await call(routes.writeNote, {
              params: { pointId },
              body: { body, version: data.version },
            });
            queryClient.setQueryData(noteQuery(pointId).queryKey, note);
            onClose();
            await refreshAgenda();
          }}
          onCancel={onClose}
        />
      ) : (
        data.body !== null && <Reader doc={data.body} />
      )}
    </div>
  );
}
