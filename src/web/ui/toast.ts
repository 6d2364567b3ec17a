import { ToastQueue } from 'react-stately/useToastState';

export interface ToastMessage {
  text: string;
  undo?: () => void;
}

export const toasts = new ToastQueue<ToastMessage>({ maxVisibleToasts: 2 });

/** Says that something is done, and how to take it back. What needs an answer is a dialog, never a toast. */
export function toast(text: string, undo?: () => void): void {
  toasts.add(undo === undefined ? { text } : { text, undo }, { timeout: undo === undefined ? 5000 : 10_000 });
}
