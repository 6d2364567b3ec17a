import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';

interface BareButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  className?: string | undefined;
  children: ReactNode;
}

/** A button without looks of its own, for rows and navigation. */
export function BareButton({ className = '', children, ...props }: BareButtonProps) {
  return (
    <Button {...props} className={className}>
      {children}
    </Button>
  );
}
