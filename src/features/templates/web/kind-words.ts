import {
  ChartLine,
  ChartNoAxesColumnIncreasing,
  CircleHelp,
  ListChecks,
  MessagesSquare,
  Newspaper,
  NotebookPen,
  Smile,
  Target,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ItemKind } from '../domain/items.ts';

interface KindWords {
  label: string;
  /** What it is for. */
  hint: string;
  Icon: LucideIcon;
  placeholder: string;
}

export const kindWords: Record<ItemKind, KindWords> = {
  question: {
    label: 'Question',
    hint: 'Asked, and answered in words',
    Icon: CircleHelp,
    placeholder: 'What do you want to ask?',
  },
  note: {
    label: 'Note',
    hint: 'Room to write down what was said or agreed',
    Icon: NotebookPen,
    placeholder: 'What will you note here?',
  },
  rating: {
    label: 'Rating',
    hint: 'One of 2 to 10 steps, with words if you like',
    Icon: ChartNoAxesColumnIncreasing,
    placeholder: 'What is to be rated?',
  },
  mood: {
    label: 'Mood',
    hint: 'One of five, from rough to great',
    Icon: Smile,
    placeholder: 'How are you, on the whole?',
  },
  kpi: {
    label: 'KPI',
    hint: 'A number of the employee’s, with its trend',
    Icon: ChartLine,
    placeholder: 'Which number do you look at?',
  },
  target: {
    label: 'Target',
    hint: 'What is aimed for, how far it is, and agreeing on a new one',
    Icon: Target,
    placeholder: 'What do you aim for?',
  },
  agenda: {
    label: 'Agenda',
    hint: 'What the two of you put on the agenda, point by point',
    Icon: MessagesSquare,
    placeholder: 'What is on our agenda',
  },
  'follow-up': {
    label: 'Follow-up',
    hint: 'The open action items of both, oldest first',
    Icon: ListChecks,
    placeholder: 'What we promised',
  },
  update: {
    label: 'Update',
    hint: 'What the employee writes before: what went well, what could improve',
    Icon: Newspaper,
    placeholder: 'The update',
  },
};
