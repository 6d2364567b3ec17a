import { useState } from 'react';
import { isEmptyRichText } from '../../features/rich-text/domain/plain-text.ts';
import { richTextSchema, type RichText } from '../../features/rich-text/domain/rich-text.ts';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from './device.ts';

export function keptTextOf(personId: string, key: string): RichText | null {
  const kept = richTextSchema.safeParse(keptOnDevice(personId, key));
  return kept.success ? kept.data : null;
}

/** A text being written, kept on this device until it is sent: a reload, a crash or a lost connection takes no word. */
export function useKeptText(personId: string, key: string, start: RichText | null = null) {
  const [text, setText] = useState(() => keptTextOf(personId, key) ?? start);
  return {
    text,
    write: (doc: RichText) => {
      setText(doc);
      if (isEmptyRichText(doc)) forgetOnDevice(personId, key);
      else keepOnDevice(personId, key, doc);
    },
    forget: () => {
      setText(start);
      forgetOnDevice(personId, key);
    },
  };
}
