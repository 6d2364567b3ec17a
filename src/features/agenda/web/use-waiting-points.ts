import { useEffect, useState } from 'react';
import { refreshAgenda } from './agenda-queries.ts';
import { followWaiting, sendWaiting, waitingPoints, type WaitingPoint } from './outbox.ts';

/** What is kept on this device and not sent yet; tried again when the connection is back. */
export function useWaitingPoints(personId: string): readonly WaitingPoint[] {
  const [waiting, setWaiting] = useState(() => waitingPoints(personId));
  useEffect(() => followWaiting(() => setWaiting(waitingPoints(personId))), [personId]);
  useEffect(() => {
    const send = async () => {
      if ((await sendWaiting(personId)) > 0) await refreshAgenda();
    };
    const sendNow = () => void send();
    sendNow();
    globalThis.addEventListener('online', sendNow);
    const timer = setInterval(sendNow, 20_000);
    return () => {
      globalThis.removeEventListener('online', sendNow);
      clearInterval(timer);
    };
  }, [personId]);
  return waiting;
}
