import { useQuery } from '@tanstack/react-query';
import { peopleRoutes } from '../../people/contract.ts';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf, refresh } from '../../../web/shell/queries.ts';
import { ComboBox } from '../../../web/ui/combo-box.tsx';
import { writeDatesFor } from '../../../web/ui/dates.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import { profileRoutes, type Profile, profileBody } from '../contract.ts';
import { PictureField } from './picture-field.tsx';

export const profileQuery = queryOf(profileRoutes.open, {});

const asTheBrowser = 'browser';
const languages = [
  { id: asTheBrowser, label: 'As this browser says' },
  { id: 'en-GB', label: 'English, 24 November 2026, 14:30' },
  { id: 'en-US', label: 'English, November 24, 2026, 2:30 PM' },
  { id: 'en-IE', label: 'English (Ireland)' },
  { id: 'en-CA', label: 'English (Canada)' },
  { id: 'en-AU', label: 'English (Australia)' },
  { id: 'en-IN', label: 'English (India)' },
];

/** What others see of me, and how days and times are written for me. */
export function ProfileForm() {
  const { data, error, refetch } = useQuery(profileQuery);
  if (error !== null) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <PictureField profile={data} />
      <Fields profile={data} />
    </>
  );
}

function Fields({ profile }: { profile: Profile }) {
  const form = useForm({
    schema: profileBody,
    initial: {
      name: profile.name,
      timeZone: profile.timeZone ?? asTheBrowser,
      language: profile.language ?? asTheBrowser,
    },
    prepare: ({ name, timeZone, language }) => ({
      name,
      timeZone: timeZone === asTheBrowser ? null : timeZone,
      language: language === asTheBrowser ? null : language,
    }),
    submit: async (body) => {
      const changed = await call(profileRoutes.change, { body });
      writeDatesFor(changed);
      queryClient.setQueryData(profileQuery.queryKey, changed);
      toast('Your profile is saved.');
      await refresh(peopleRoutes.me);
    },
  });
  const { values, set } = form;
  return (
    <Form state={form}>
      <TextField label="Name" autoComplete="name" required {...form.field('name')} />
      <ComboBox
        label="Time zone"
        options={[
          { id: asTheBrowser, label: `As this browser says (${ownTimeZone()})` },
          ...Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id.replaceAll('_', ' ') })),
        ]}
        value={values.timeZone}
        name="timeZone"
        onChange={(id) => set('timeZone', id ?? asTheBrowser)}
        nothing="There is no such time zone."
      />
      <Select
        label="Language and dates"
        options={languages}
        value={values.language}
        onChange={(id) => set('language', id)}
      />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton look="quiet" isPending={form.isPending}>
          Save
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}
