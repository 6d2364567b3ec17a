import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components/Popover';
import { cx } from './cx.ts';
import { usePressedAtOnce, type AtOnce } from './loads-on-use.tsx';
import styles from './popover.module.css';

export interface PopoverButtonProps {
  /** What the popover is about, for screen readers. */
  label: string;
  /** The button that opens it. */
  trigger: ReactNode;
  placement?: PopoverProps['placement'];
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small surface that explains or asks one thing beside its button. */
export function PopoverButton({
  label,
  trigger,
  placement = 'bottom start',
  opensAtOnce,
  children,
}: PopoverButtonProps & AtOnce) {
  const place = usePressedAtOnce(opensAtOnce);
  return (
    <DialogTrigger>
      <span ref={place} className={cx(styles.place)}>
        {trigger}
      </span>
      <AriaPopover placement={placement} offset={6} className={cx(styles.popover)}>
        <AriaDialog aria-label={label} className={cx(styles.body)}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
