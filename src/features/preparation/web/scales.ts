import type { ComponentType, ReactNode } from 'react';
import type { Asked } from '../contract.ts';

interface ScaleProps {
  item: Pick<Asked, 'kind' | 'options'>;
  value: number | undefined;
  voice: 'mine' | 'theirs';
}

/** How a mood or a rating is chosen and read: as on a record, given by the page. */
export interface Scales {
  Field: ComponentType<
    ScaleProps & { labelledBy: string; onChange: (value: number | undefined) => void; after?: ReactNode }
  >;
  Reading: ComponentType<ScaleProps>;
}
