import { useQuery } from '@tanstack/react-query';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { Switch } from '../../../web/ui/switch.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { calendarRoutes as routes } from '../contract.ts';
import styles from './calendar-choices.module.css';
import { FeedAddress } from './feed-address.tsx';

const query = queryOf(routes.open, {});

interface Changed {
  names?: boolean;
  preparationBlock?: boolean;
}

/** How my meetings stand in calendars, and my private feed. */
export function CalendarChoices() {
  const { data, error, refetch } = useQuery(query);
  const act = useAction();
  if (data === undefined) {
    return error === null ? (
      <Skeleton shape="rows" lines={3} />
    ) : (
      <InlineError error={error} onRetry={() => void refetch()} />
    );
  }
  function change(body: Changed): void {
    const before = data;
    queryClient.setQueryData(query.queryKey, before && { ...before, ...body });
    void act
      .run(async () => call(routes.change, { body }))
      .then((isDone) => isDone || queryClient.setQueryData(query.queryKey, before));
  }
  return (
    <div className={styles.calendar}>
      <Switch
        isSelected={data.names}
        onChange={(names) => change({ names })}
        hint="“1:1 with Maya” in your invitations and your feed; else just “1:1”, for a calendar that others see."
      >
        Say with whom
      </Switch>
      <FeedAddress feed={data.feed} onChanged={() => void refetch()} />
      {data.feed !== null && (
        <Switch
          isSelected={data.preparationBlock}
          onChange={(preparationBlock) => change({ preparationBlock })}
          hint="15 minutes before each meeting, in your feed alone."
        >
          Keep time to prepare
        </Switch>
      )}
      {act.error !== null && <InlineError error={act.error} />}
    </div>
  );
}
