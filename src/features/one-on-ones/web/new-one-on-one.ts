import * as z from 'zod/mini';
import { idSchema } from '../../../shared/ids.ts';

/** What the form holds; an empty title is the template's. */
export interface NewOneOnOne {
  employeeId: string;
  templateId: string;
  heldOn: string;
  title: string;
}

const id = (message: string) =>
  z.string().check(z.refine((text) => idSchema.safeParse(text).success, message));

export const newOneOnOneSchema = z.pipe(
  z.object({
    employeeId: id('Choose whom you meet.'),
    templateId: id('Choose a template.'),
    heldOn: z.iso.date('Enter the date of the meeting.'),
    title: z.string().check(z.trim(), z.maxLength(200)),
  }),
  z.transform(({ title, ...rest }: NewOneOnOne) => (title === '' ? rest : { ...rest, title })),
);
