import { useState } from 'react';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';
import { useMe } from '../../../web/shell/session.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { CaptureForm } from './capture-form.tsx';

const keptAs = 'capture';

/** From everywhere. What is typed stays, also when the dialog is closed. */
export default function QuickAdd({
  seriesId,
  onClose,
}: {
  seriesId?: string | undefined;
  onClose: () => void;
}) {
  const { person } = useMe();
  const [text, setText] = useState(() => {
    const kept = keptOnDevice(person.id, keptAs);
    return typeof kept === 'string' ? kept : '';
  });
  return (
    <Dialog title="Write something down" isOpen onClose={onClose}>
      <CaptureForm
        myId={person.id}
        seriesId={seriesId}
        text={text}
        onText={(next) => {
          setText(next);
          if (next === '') forgetOnDevice(person.id, keptAs);
          else keepOnDevice(person.id, keptAs, next);
        }}
        onDone={(words) => {
          onClose();
          toast(words);
        }}
        besideAdd={
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
        }
      />
    </Dialog>
  );
}
