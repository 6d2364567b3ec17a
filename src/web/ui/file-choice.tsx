import { FileUp } from 'lucide-react';
import { useState } from 'react';
import styles from './file-choice.module.css';

interface FileChoiceProps {
  /** What to choose, or the name of what was chosen. */
  label: string;
  /** As the `accept` of an input. */
  accept: string;
  onChoose: (file: File) => void;
}

/** A file that is read on this page: chosen, or dropped here. */
export function FileChoice({ label, accept, onChoose }: FileChoiceProps) {
  const [isOver, setOver] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is a short way for the mouse to what the input does
    <label
      className={styles.file}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onChoose(file);
      }}
    >
      <FileUp size={16} aria-hidden />
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onChoose(file);
          event.target.value = ''; // the same file, mended, can be chosen again
        }}
      />
    </label>
  );
}
