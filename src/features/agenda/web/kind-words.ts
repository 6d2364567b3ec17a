import {
  CircleHelp,
  Lightbulb,
  MessageCircle,
  MessageSquareQuote,
  OctagonAlert,
  Scale,
  Trophy,
  type LucideIcon,
} from 'lucide-react';
import type { PointKind } from '../domain/points.ts';

interface KindWords {
  name: string;
  /** What one would write there. */
  example: string;
  Icon: LucideIcon;
}

export const kindWords: Record<PointKind, KindWords> = {
  topic: { name: 'Topic', example: 'Something to talk about', Icon: MessageCircle },
  win: { name: 'Win', example: 'What went well', Icon: Trophy },
  blocker: { name: 'Blocker', example: 'What stands in the way', Icon: OctagonAlert },
  feedback: { name: 'Feedback', example: 'For the other, or asked for', Icon: MessageSquareQuote },
  question: { name: 'Question', example: 'What you want to know', Icon: CircleHelp },
  decision: { name: 'Decision', example: 'To be taken together', Icon: Scale },
  idea: { name: 'Idea', example: 'What could be', Icon: Lightbulb },
};
