import type { ReactNode } from 'react';
import { VisuallyHidden as AriaVisuallyHidden } from 'react-aria/VisuallyHidden';

/** Said, not drawn. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <AriaVisuallyHidden elementType="span">{children}</AriaVisuallyHidden>;
}
