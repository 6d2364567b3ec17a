import { useNavigate } from '@tanstack/react-router';
import { messageOf } from '../../../web/ui/message-of.ts';
import { toast } from '../../../web/ui/toast.ts';
import type { TemplateDocument } from '../domain/document.ts';
import { duplicateTemplate } from './template-calls.ts';

/** Makes a copy and goes there; `employeeId` is the person whose one-on-one waits for it. */
export function useDuplicate(employeeId?: string) {
  const navigate = useNavigate();
  return async (original: TemplateDocument) => {
    try {
      const copy = await duplicateTemplate(original, copyTitle(original.title));
      toast('This copy is yours to edit');
      await navigate({
        to: '/templates/$templateId',
        params: { templateId: copy.id },
        search: employeeId === undefined ? {} : { for: employeeId },
      });
    } catch (error) {
      toast(`Not duplicated. ${messageOf(error)}`);
    }
  };
}

/** Titles are at most 200 characters long. */
function copyTitle(title: string): string {
  return `${title.slice(0, 190)}, copy`;
}
