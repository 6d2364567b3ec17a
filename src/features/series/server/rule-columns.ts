import type { Rule } from '../domain/recurrence.ts';

/** A rule as its columns. */
export function ruleColumns(rule: Rule) {
  const { cadence, timeZone, startsOn } = rule;
  const days =
    cadence === 'on_demand'
      ? { every: 1, weekday: null, nth: null, at: null }
      : {
          every: rule.every,
          weekday: rule.weekday,
          nth: cadence === 'monthly' ? rule.nth : null,
          at: rule.at,
        };
  return { cadence, time_zone: timeZone, starts_on: startsOn, ...days };
}
