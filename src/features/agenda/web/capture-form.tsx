import type { ReactNode } from 'react';
import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { SegmentedControl } from '../../../web/ui/segmented-control.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { TextArea } from '../../../web/ui/text-area.tsx';
import { KindChips } from './kind-chips.tsx';
import { useCapture } from './use-capture.ts';
import { WaitingPoints } from './waiting-points.tsx';
import { firstName } from './words.ts';

interface CaptureFormProps {
  myId: string;
  seriesId?: string | undefined;
  text: string;
  onText: (text: string) => void;
  onDone: (words: string) => void;
  /** Beside the button that adds it. */
  besideAdd?: ReactNode;
}

const places = [
  { id: 'mine', label: 'Only me for now' },
  { id: 'shared', label: 'On the agenda' },
] as const;

/** A win, a blocker, an idea: written down in seconds, for the next time one meets. */
export function CaptureForm({ myId, seriesId, text, onText, onDone, besideAdd }: CaptureFormProps) {
  const capture = useCapture({ myId, seriesId, text, onText, onDone });
  const { targets, target, error } = capture;
  if (capture.isLoading) return <Skeleton lines={4} />;
  if (capture.loadError !== null) return <InlineError error={capture.loadError} />;
  if (target === undefined) {
    return (
      <EmptyState title="You have no regular one-on-one yet">
        Once one is set up with somebody, whatever comes to your mind for them is written down here.
      </EmptyState>
    );
  }
  return (
    <Form state={{ fieldErrors: {}, submit: capture.add }}>
      <WaitingPoints myId={myId} />
      <TextArea
        label="What do you want to remember?"
        autoFocus
        rows={3}
        value={text}
        onChange={onText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void capture.add();
        }}
      />
      <KindChips kind={capture.kind} onChange={capture.setKind} />
      <Select
        label="For the one-on-one with"
        options={targets.map(({ seriesId: id, name }) => ({ id, label: name }))}
        value={target.seriesId}
        onChange={capture.choose}
      />
      <SegmentedControl
        label="Who sees it"
        options={places}
        value={capture.shared ? 'shared' : 'mine'}
        onChange={(place) => capture.setShared(place === 'shared')}
      />
      <p>
        {capture.shared
          ? `${firstName(target.name)} sees it at once.`
          : 'It stands among your own points. You can put it on the agenda whenever you want.'}
      </p>
      <FormError error={error} />
      <FormActions>
        <SubmitButton isPending={capture.isPending}>Add</SubmitButton>
        {besideAdd}
      </FormActions>
    </Form>
  );
}
