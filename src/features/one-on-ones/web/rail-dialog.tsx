import { Dialog } from '../../../web/ui/dialog.tsx';
import styles from './rail-sheet.module.css';
import { RecordRail } from './record-rail.tsx';

export default function RailDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="To remember" isOpen onClose={onClose}>
      <div className={styles.body}>
        <RecordRail />
      </div>
    </Dialog>
  );
}
