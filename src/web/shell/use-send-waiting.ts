import { useEffect } from 'react';
import { toast } from '../ui/toast.ts';
import { keysOnDevice } from './device.ts';

const pause = 60_000;

/** Sends what was written down without a connection, on whichever page one is when it is back. */
export function useSendWaiting(personId: string): void {
  useEffect(() => {
    const send = async () => {
      if (keysOnDevice(personId, 'waiting-point/').length === 0) return;
      const { sendWaiting } = await import('../../features/agenda/web/outbox.ts');
      const arrived = await sendWaiting(personId);
      if (arrived > 0) toast(arrived === 1 ? 'What you wrote down is sent.' : `${arrived} points are sent.`);
    };
    const sendNow = () => void send().catch(() => {}); // it is tried again
    sendNow();
    globalThis.addEventListener('online', sendNow);
    const timer = setInterval(sendNow, pause);
    return () => {
      globalThis.removeEventListener('online', sendNow);
      clearInterval(timer);
    };
  }, [personId]);
}
