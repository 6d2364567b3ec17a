import { parseDate, type CalendarDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import {
  DatePicker as AriaDatePicker,
  type DatePickerProps as AriaDatePickerProps,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass } from './button-class.ts';
import { AriaField, useAriaField } from './aria-field.tsx';
import { cx } from './cx.ts';
import dateStyles from './date-picker.module.css';
import styles from './field.module.css';
import type { FieldProps } from './field.tsx';
import popoverStyles from './popover.module.css';

export interface DatePickerProps
  extends
    FieldProps,
    Omit<
      AriaDatePickerProps<CalendarDate>,
      'children' | 'className' | 'style' | 'value' | 'onChange' | 'minValue' | 'maxValue'
    > {
  /** `YYYY-MM-DD`. */
  value: string | null;
  onChange: (date: string | null) => void;
  min?: string;
  max?: string;
}

export default function DatePickerLoaded({
  label,
  hideLabel,
  optional,
  hint,
  value,
  onChange,
  min,
  max,
  ...props
}: DatePickerProps) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false, hint };
  const { error, rootProps } = useAriaField(props.name, field);
  return (
    <AriaDatePicker<CalendarDate>
      {...props}
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      {...rootProps}
    >
      <AriaField {...field} error={error}>
        <Group className={cx(styles.box)}>
          <DateInput className={cx(styles.input, dateStyles.parts)}>
            {(segment) => <DateSegment segment={segment} className={cx(dateStyles.part)} />}
          </DateInput>
          <Button className={cx(styles.clear)}>
            <CalendarDays size={15} aria-hidden />
          </Button>
        </Group>
      </AriaField>
      <Popover offset={5} className={cx(popoverStyles.popover)}>
        <Dialog className={cx(dateStyles.dialog)}>
          <MonthView />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}

function MonthView() {
  const arrow = cx(buttonClass('plain', 's'), dateStyles.arrow);
  return (
    <Calendar>
      <header className={dateStyles.header}>
        <CalendarHeading className={cx(dateStyles.heading)} />
        <Button slot="previous" className={arrow}>
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <Button slot="next" className={arrow}>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={cx(dateStyles.weekday)}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={cx(dateStyles.day)} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
