import { useQuery } from '@tanstack/react-query';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { Switch } from '../../../web/ui/switch.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { mailRoutes as routes } from '../contract.ts';
import type { Topic } from '../domain/topics.ts';
import styles from './mail-choices.module.css';

const query = queryOf(routes.choices, {});

const topicWords: Record<Topic, { label: string; hint: string }> = {
  sharing: { label: 'Sharing', hint: 'A one-on-one is shared with you, or one that was is deleted.' },
  approval: {
    label: 'Approval',
    hint: 'Your approval is asked for or taken back; yours is given or sent back.',
  },
  comments: { label: 'Comments', hint: 'The other comments on a one-on-one of the two of you.' },
  addenda: { label: 'Addenda', hint: 'Something is added to an approved one-on-one.' },
  readers: { label: 'Readers', hint: 'You are added or removed as a reader, or somebody is added to yours.' },
  'action-items': {
    label: 'Reminders of action items',
    hint: 'The working day before one is due, and weekly while one is overdue: one mail for all.',
  },
  meetings: {
    label: 'Meetings',
    hint: 'A meeting is planned, moved or called off; and what there is to prepare.',
  },
  calendar: {
    label: 'Calendar updates',
    hint: 'What you changed yourself, for your calendar. Not needed where it follows your feed.',
  },
  targets: { label: 'Targets', hint: 'You, or somebody you manage, hit a target. Told once.' },
};

/** Each takes effect at once. The inbox has everything, whatever is chosen here. */
export function MailChoices() {
  const { data, error, refetch } = useQuery(query);
  const act = useAction();
  if (data === undefined) {
    return error === null ? (
      <Skeleton shape="rows" lines={4} />
    ) : (
      <InlineError error={error} onRetry={() => void refetch()} />
    );
  }
  function choose(topic: Topic, byMail: boolean): void {
    const before = data;
    queryClient.setQueryData(query.queryKey, {
      items: data?.items.map((item) => (item.topic === topic ? { topic, byMail } : item)) ?? [],
    });
    void act
      .run(async () => call(routes.choose, { body: { items: [{ topic, byMail }] } }))
      .then((isDone) => isDone || queryClient.setQueryData(query.queryKey, before));
  }
  return (
    <div className={styles.choices}>
      <p className={styles.note}>
        Whatever you choose, your inbox has all of it. Mails about your sign-in always come: invitations,
        passwords, addresses, account recovery.
      </p>
      {data.items.map(({ topic, byMail }) => (
        <Switch
          key={topic}
          isSelected={byMail}
          onChange={(isOn) => choose(topic, isOn)}
          hint={topicWords[topic].hint}
        >
          {topicWords[topic].label}
        </Switch>
      ))}
      {act.error !== null && <InlineError error={act.error} />}
    </div>
  );
}
