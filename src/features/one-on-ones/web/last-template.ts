import * as z from 'zod/mini';
import { idSchema } from '../../../shared/ids.ts';
import { keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';

const keyFor = (employeeId: string) => `template/${employeeId}`;

/** The template used last with this employee, as this device remembers it. */
export function lastTemplate(myId: string, employeeId: string): string | null {
  const kept = z.nullable(idSchema).safeParse(keptOnDevice(myId, keyFor(employeeId)));
  return kept.success ? kept.data : null;
}

export function rememberTemplate(myId: string, employeeId: string, templateId: string): void {
  keepOnDevice(myId, keyFor(employeeId), templateId);
}
