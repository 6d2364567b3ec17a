import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { cx } from './cx.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** `form`: a full page on a phone. `question`: a small sheet; it can't be left by a click beside it. */
  kind?: 'form' | 'question';
  wide?: boolean;
  children: ReactNode;
  /** Buttons. In a form they stand in the form itself, with `DialogFooter`. */
  footer?: ReactNode;
}

/** Never opened above another dialog. */
export function Dialog({
  title,
  isOpen,
  onClose,
  kind = 'form',
  wide = false,
  children,
  footer,
}: DialogProps) {
  const isQuestion = kind === 'question';
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!isQuestion}
      className={cx(styles.scrim)}
    >
      <Modal className={cx(styles.sheet, wide && styles.wide, !isQuestion && styles.full)}>
        <AriaDialog role={isQuestion ? 'alertdialog' : 'dialog'} className={cx(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" className={cx(styles.title)}>
              {title}
            </Heading>
            {!isQuestion && (
              <span className={styles.close}>
                <IconButton label="Close" size="s" onPress={onClose}>
                  <X size={17} aria-hidden />
                </IconButton>
              </span>
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <DialogFooter>{footer}</DialogFooter>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return <footer className={styles.footer}>{children}</footer>;
}
