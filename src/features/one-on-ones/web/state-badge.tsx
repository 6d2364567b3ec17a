import { Badge } from '../../../web/ui/badge.tsx';
import type { State } from '../domain/states.ts';
import { stateWords } from './state-words.ts';

export function StateBadge({ state }: { state: State }) {
  const { label, tone, shape } = stateWords[state];
  return (
    <Badge tone={tone} shape={shape}>
      {label}
    </Badge>
  );
}
