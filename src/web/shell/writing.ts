import { createContext, use, type ComponentType } from 'react';
import type { RichText } from '../../features/rich-text/domain/rich-text.ts';

interface EditorProps {
  value: RichText | null;
  onChange: (doc: RichText) => void;
  onBlur?: () => void;
  labelledBy?: string;
  ariaLabel?: string;
  placeholder?: string;
  autofocus?: boolean;
}

/** How rich text is written and read: the page gives it, because features do not import each other's components. */
export interface Writing {
  Editor: ComponentType<EditorProps>;
  Reader: ComponentType<{ doc: RichText }>;
}

export const WritingContext = createContext<Writing | null>(null);

export function useWriting(): Writing {
  const writing = use(WritingContext);
  if (writing === null) throw new Error('The page gives no editor.');
  return writing;
}
