import {
  cloneElement,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { cx } from './cx.ts';
import styles from './popover.module.css';

/** Opens as soon as it is there: it was asked for before its code had come. */
export interface AtOnce {
  opensAtOnce: boolean;
}

/**
 * For the place of a trigger whose surface opens at once: it is focused, so that the focus comes back there when the
 * surface closes, and pressed.
 */
export function usePressedAtOnce(opensAtOnce: boolean) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!opensAtOnce) return;
    const button = place.current?.querySelector<HTMLElement>('button');
    button?.focus();
    button?.click();
  }, [opensAtOnce]);
  return place;
}

interface LoadsOnUseProps {
  trigger: ReactNode;
  opens: 'menu' | 'dialog';
  load: () => Promise<unknown>;
  isLoaded: boolean;
  /** With the code there. */
  children: (opensAtOnce: boolean) => ReactNode;
}

/**
 * A trigger whose surface is loaded when somebody comes near it, and opened when it is used: menus are on every page,
 * and most are never opened.
 */
export function LoadsOnUse({ trigger, opens, load, isLoaded, children }: LoadsOnUseProps) {
  // Once with its code, always: changing under somebody's fingers would take the focus away.
  const [way, setWay] = useState<'near' | 'waits' | 'opens' | 'there'>(isLoaded ? 'there' : 'near');
  if (way === 'there' || way === 'opens') return children(way === 'opens');

  function open() {
    setWay('waits');
    load().then(
      () => setWay('opens'),
      () => setWay('near'),
    );
  }
  function openByKey(event: KeyboardEvent) {
    if (opens !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    open();
  }
  const prepare = () => void load().catch(() => {}); // the click tries again, and says nothing either
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for the button inside
    <span
      className={cx(styles.place)}
      onPointerEnter={prepare}
      onFocusCapture={prepare}
      onClickCapture={open}
      onKeyDownCapture={openByKey}
    >
      {cloneElement(trigger as ReactElement<{ 'aria-haspopup'?: string }>, { 'aria-haspopup': opens })}
    </span>
  );
}
