import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { buttonClass, type ButtonLook } from './button-class.ts';
import { cx } from './cx.ts';

/** A link in running text or a list; takes TanStack Router's `to`, `params`, `search`. */
export const Link: LinkComponent<typeof TextAnchor> = createLink(TextAnchor);

function TextAnchor({ className, children, ...props }: ComponentProps<'a'>) {
  return (
    <a {...props} className={cx(styles.link, className)}>
      {children}
    </a>
  );
}

/** A link that looks like a button. */
export const LinkButton: LinkComponent<typeof ButtonAnchor> = createLink(ButtonAnchor);

function ButtonAnchor({
  look = 'quiet',
  size = 'm',
  className,
  children,
  ...props
}: ComponentProps<'a'> & { look?: ButtonLook; size?: 'm' | 's' }) {
  return (
    <a {...props} className={cx(buttonClass(look, size), className)}>
      {children}
    </a>
  );
}

/** A link without looks of its own, for rows, cards and navigation. */
export const PlainLink: LinkComponent<'a'> = createLink('a');
