import type { LookBack } from '../contract.ts';

type Tally = LookBack['followUp'];

/** "14 of 18 done, 11 of them on time. 3 open, 1 past its day." What there is none of is left out. */
export function tallyInWords({ doneOnTime, doneLate, open, overdue }: Tally): string {
  const done = doneOnTime + doneLate;
  const all = done + open + overdue;
  const rest = [
    open > 0 && `${open} open`,
    overdue > 0 && `${overdue} past ${overdue === 1 ? 'its' : 'their'} day`,
  ].filter((words) => words !== false);
  return `${done} of ${all} done${onTimeInWords(doneOnTime, doneLate)}.${rest.length === 0 ? '' : ` ${rest.join(', ')}.`}`;
}

/** No reproach where nothing was: it was done. */
function onTimeInWords(onTime: number, late: number): string {
  if (onTime === 0) return '';
  if (late > 0) return `, ${onTime} of them on time`;
  return onTime === 1 ? ', on time' : ', all on time';
}

export function agreedAtAll({ byMeeting }: Tally): number {
  return byMeeting.reduce((sum, { agreed }) => sum + agreed, 0);
}
