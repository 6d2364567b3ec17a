import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { peopleRoutes } from '../../../features/people/contract.ts';
import type { TemplateSaver } from '../../../features/templates/web/saving/template-saver.ts';
import { queryOf } from '../../shell/queries.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';

/** The way from a template to a one-on-one; back to the one that waits, where it was left for this template. */
export function useTemplateActions(templateId: string, employeeId: string | undefined) {
  const navigate = useNavigate();
  const managed = useQuery({
    ...queryOf(peopleRoutes.listManagedPeople, {}),
    enabled: employeeId !== undefined,
  });
  const employee = managed.data?.items.find(({ id }) => id === employeeId);

  return (saver: TemplateSaver | null): ReactNode => {
    async function use() {
      if (saver !== null && !(await saver.flush())) {
        toast('Not saved yet. It is kept on this device; try again when you are connected.');
        return;
      }
      await navigate({ to: '/new', search: { templateId, ...(employeeId !== undefined && { employeeId }) } });
    }
    return (
      <Button
        look={employee === undefined && saver !== null ? 'quiet' : 'primary'}
        onPress={() => void use()}
      >
        {employee === undefined ? 'Use it for a one-on-one' : `Use it with ${employee.name}`}
      </Button>
    );
  };
}
