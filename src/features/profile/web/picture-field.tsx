import { call } from '../../../web/shell/call.ts';
import { queryClient, refresh } from '../../../web/shell/queries.ts';
import { useMe } from '../../../web/shell/session.ts';
import { Button } from '../../../web/ui/button.tsx';
import { buttonClass } from '../../../web/ui/button-class.ts';
import { Face } from '../../../web/ui/face.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import { profileRoutes, type Profile } from '../contract.ts';
import styles from './picture-field.module.css';
import { squareOf } from './square-of.ts';

/** A picture is cut to a square and made small before it leaves the device. */
export function PictureField({ profile }: { profile: Profile }) {
  const { person } = useMe();
  const { run, isPending, error } = useAction();

  async function keep(changed: Profile) {
    queryClient.setQueryData([profileRoutes.open.path, {}], changed);
    await refresh(profileRoutes.pictures);
  }
  function choose(file: File | undefined) {
    if (file === undefined) return;
    void run(async () => {
      const image = await squareOf(file);
      await keep(await call(profileRoutes.setPicture, { body: { image } }));
    });
  }
  function remove() {
    void run(async () => {
      await keep(await call(profileRoutes.removePicture));
      toast('Your picture is removed.');
    });
  }

  return (
    <div className={styles.field}>
      <Face name={profile.name} as="mine" size="l" personId={person.id} />
      <label className={`${buttonClass('quiet')} ${styles.choose}`}>
        {profile.picture === null ? 'Choose a picture' : 'Choose another'}
        <input
          type="file"
          accept="image/*"
          disabled={isPending}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {profile.picture !== null && (
        <Button look="plain" onPress={remove} isPending={isPending}>
          Remove
        </Button>
      )}
      {error !== null && <InlineError error={error} />}
    </div>
  );
}
