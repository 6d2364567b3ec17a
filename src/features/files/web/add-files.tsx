import { Camera, Paperclip } from 'lucide-react';
import { useRef, type ChangeEvent } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import styles from './record-files.module.css';

/** Chooses files, or on a phone takes a picture. */
export function AddFiles({ onAdd }: { onAdd: (files: readonly File[]) => void }) {
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  function take(event: ChangeEvent<HTMLInputElement>): void {
    onAdd([...(event.target.files ?? [])]);
    // The same file chosen once more is a choice all the same.
    event.target.value = '';
  }
  return (
    <div className={styles.add}>
      <Button size="s" look="plain" onPress={() => files.current?.click()}>
        <Paperclip size={15} aria-hidden />
        Add files
      </Button>
      <span className={styles.camera}>
        <Button size="s" look="plain" onPress={() => camera.current?.click()}>
          <Camera size={15} aria-hidden />
          Take a picture
        </Button>
      </span>
      <span className={styles.limit}>Up to 10 MB each</span>
      <input ref={files} type="file" multiple hidden aria-label="Files to add" onChange={take} />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="Picture to add"
        onChange={take}
      />
    </div>
  );
}
