import { useState } from 'react';
import { CaptureForm } from '../../features/agenda/web/capture-form.tsx';
import { useMe } from '../shell/session.ts';
import { forgetSharedWords, sharedWords } from '../shell/shared-words.ts';
import { Page, PageHeader } from '../ui/page.tsx';
import { toast } from '../ui/toast.ts';

/** What a phone's home screen and its share sheet open. Nothing is kept until it is added. */
export function CapturePage() {
  const { person } = useMe();
  const [text, setText] = useState(sharedWords);
  return (
    <Page width="narrow">
      <PageHeader title="Write something down" />
      <CaptureForm
        myId={person.id}
        text={text}
        onText={(next) => {
          setText(next);
          forgetSharedWords();
        }}
        onDone={(words) => toast(words)}
      />
    </Page>
  );
}
