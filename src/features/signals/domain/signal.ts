import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { Period } from '../../kpis/domain/periods.ts';

/** What is worth talking about. */
export const signalKinds = [
  'anomaly',
  'level-change',
  'trend-change',
  'pace',
  'target-hit',
  'record',
  'data-stopped',
] as const;
export type SignalKind = (typeof signalKinds)[number];

export const tones = ['good', 'bad', 'neutral'] as const;
export type Tone = (typeof tones)[number];

export interface Signal {
  /** The same for the same thing whenever it is looked for: KPI, kind and period. */
  id: string;
  kind: SignalKind;
  kpi: Kpi;
  /** The day from which it could be seen. */
  on: string;
  tone: Tone;
  /** 0 to 1: how sure, and how much. */
  strength: number;
  /** One plain sentence with the numbers in it. */
  sentence: string;
  evidence: {
    period: Period;
    startsOn: string;
    value: number | null;
    usualFrom: number | null;
    usualTo: number | null;
    expected: number | null;
    target: number | null;
  };
}
