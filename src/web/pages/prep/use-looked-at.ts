import { useState } from 'react';
import { forgetOnDevice, keepOnDevice, keptOnDevice, keysOnDevice } from '../../shell/device.ts';

/** Which steps I have looked at for this meeting: mine alone, on this device, and begun anew for the next one. */
export function useLookedAt(personId: string, seriesId: string, slot: string) {
  const key = `prep/${seriesId}/${slot}`;
  const [looked, setLooked] = useState(() => stepsFrom(keptOnDevice(personId, key)));
  return {
    has: (step: string) => looked.includes(step),
    look: (step: string, isLooked: boolean) => {
      const next = [...looked.filter((other) => other !== step), ...(isLooked ? [step] : [])];
      setLooked(next);
      for (const old of keysOnDevice(personId, `prep/${seriesId}/`)) forgetOnDevice(personId, old);
      keepOnDevice(personId, key, next);
    },
  };
}

function stepsFrom(kept: unknown): string[] {
  return Array.isArray(kept) ? kept.filter((step): step is string => typeof step === 'string') : [];
}
