import * as z from 'zod/mini';
import type { Series } from '../contract.ts';
import type { Cadence } from '../domain/recurrence.ts';

/** What the form holds, as its fields show it. */
export interface ArrangementValues {
  employeeIds: string[];
  oneAfterTheOther: boolean;
  cadence: Cadence;
  every: string;
  weekday: string;
  nth: string;
  at: string;
  timeZone: string;
  startsOn: string;
  minutes: string;
  place: string;
  templateId: string;
  managerPrepares: string;
  employeePrepares: string;
  agendaDueDays: string;
}

export const noTemplate = 'none';

/** The body's part that creating and changing have in common. */
export function arrangementBody(values: ArrangementValues) {
  const when = { timeZone: values.timeZone, startsOn: values.startsOn };
  const days = { every: Number(values.every), weekday: Number(values.weekday), at: values.at, ...when };
  const rules = {
    on_demand: { cadence: 'on_demand', ...when },
    weekly: { cadence: 'weekly', ...days },
    monthly: { cadence: 'monthly', nth: Number(values.nth), ...days },
  } as const;
  return {
    rule: rules[values.cadence],
    minutes: Number(values.minutes),
    place: values.place,
    templateId: values.templateId === noTemplate ? null : values.templateId,
    managerPrepares: values.managerPrepares,
    employeePrepares: values.employeePrepares,
    agendaDueDays: Number(values.agendaDueDays),
  };
}

/** The server's body is checked by the contract; the form says first what a person can leave empty. */
export const arrangementSchema = z.custom<ArrangementValues>().check((ctx) => {
  const values = ctx.value;
  const fault = (path: keyof ArrangementValues, message: string) =>
    ctx.issues.push({ code: 'custom', path: [path], message, input: values });
  if (values.employeeIds.length === 0) fault('employeeIds', 'Choose with whom you meet.');
  if (values.startsOn === '') fault('startsOn', 'Choose the day from which on you meet.');
  if (values.cadence !== 'on_demand' && !/^\d\d:\d\d$/.test(values.at))
    fault('at', 'Enter a time like 10:00.');
  const minutes = Number(values.minutes);
  if (!(minutes >= 5 && minutes <= 480)) fault('minutes', 'Enter 5 to 480 minutes.');
});

/** Whatever can be known is filled in. */
export function newArrangement(today: string, timeZone: string, employeeIds: string[]): ArrangementValues {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return {
    employeeIds,
    oneAfterTheOther: true,
    cadence: 'weekly',
    every: '1',
    weekday: String(Math.min(weekday, 5)),
    nth: '1',
    at: '10:00',
    timeZone,
    startsOn: today,
    minutes: '30',
    place: '',
    templateId: noTemplate,
    managerPrepares: '',
    employeePrepares: '',
    agendaDueDays: '1',
  };
}

export function arrangementOf(series: Series, today: string): ArrangementValues {
  const { rule } = series;
  const fresh = newArrangement(today, rule.timeZone, [series.employee.id]);
  return {
    ...fresh,
    cadence: rule.cadence,
    every: String(rule.every ?? 1),
    weekday: String(rule.weekday ?? fresh.weekday),
    nth: String(rule.nth ?? 1),
    at: rule.at ?? fresh.at,
    startsOn: rule.startsOn,
    minutes: String(series.minutes),
    place: series.place,
    templateId: series.template?.id ?? noTemplate,
    managerPrepares: series.managerPrepares,
    employeePrepares: series.employeePrepares,
    agendaDueDays: String(series.agendaDueDays),
  };
}
