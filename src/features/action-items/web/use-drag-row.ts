import { useState, type DragEvent } from 'react';
import styles from './record-action-items.module.css';

const type = 'application/x-duologue-action-item';

/** For the mouse; the menu and Alt with an arrow do the same. Only the handle starts it, so that words can be selected. */
export function useDragRow(at: number, onMove: (from: number, to: number) => void) {
  const [side, setSide] = useState<'over' | 'under' | null>(null);
  const sideOf = ({ currentTarget, clientY }: DragEvent<HTMLElement>) => {
    const { top, height } = currentTarget.getBoundingClientRect();
    return clientY < top + height / 2 ? 'over' : 'under';
  };
  return {
    handle: {
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        event.dataTransfer.setData(type, String(at));
        event.dataTransfer.effectAllowed = 'move';
        const row = event.currentTarget.closest('li');
        if (row !== null) event.dataTransfer.setDragImage(row, 0, 12);
      },
    },
    row: {
      className: side === null ? '' : (styles[side] ?? ''),
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!event.dataTransfer.types.includes(type)) return;
        event.preventDefault();
        setSide(sideOf(event));
      },
      onDragLeave: () => setSide(null),
      onDrop: (event: DragEvent<HTMLElement>) => {
        setSide(null);
        const from = Number.parseInt(event.dataTransfer.getData(type), 10);
        if (Number.isNaN(from)) return;
        event.preventDefault();
        const beside = sideOf(event) === 'over' ? at : at + 1;
        // Its own place is free once it is lifted.
        const to = from < beside ? beside - 1 : beside;
        if (to !== from) onMove(from, to);
      },
    },
  };
}
