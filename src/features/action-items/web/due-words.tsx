import { Badge } from '../../../web/ui/badge.tsx';
import { dueInWords } from './words.ts';

/** Until when; what is overdue says so with a shape as well. */
export function DueWords({ dueOn, isOverdue }: { dueOn: string; isOverdue: boolean }) {
  const words = dueInWords(dueOn);
  if (!isOverdue) return words;
  return (
    <Badge tone="danger" shape="triangle">
      {words}
    </Badge>
  );
}
