import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastList as ToastList,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { cx } from './cx.ts';
import styles from './toast.module.css';
import { toasts, type ToastMessage } from './toast.ts';

/** Stands once in the frame; a landmark that F6 reaches. */
export default function Toasts() {
  return (
    <ToastRegion queue={toasts} aria-label="Messages" className={cx(styles.region)}>
      <ToastList<ToastMessage> className={cx(styles.list)}>
        {({ toast }) => (
          <Toast toast={toast} className={cx(styles.toast)}>
            <ToastContent className={cx(styles.text)}>
              <Text slot="title">{toast.content.text}</Text>
            </ToastContent>
            {toast.content.undo !== undefined && (
              <Button
                className={cx(styles.undo)}
                onPress={() => {
                  toast.content.undo?.();
                  toasts.close(toast.key);
                }}
              >
                Undo
              </Button>
            )}
            <Button slot="close" aria-label="Dismiss" className={cx(styles.close)}>
              <X size={15} aria-hidden />
            </Button>
          </Toast>
        )}
      </ToastList>
    </ToastRegion>
  );
}
