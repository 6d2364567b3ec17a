import { career } from './career.ts';
import { feedback } from './feedback.ts';
import { firstOneOnOne } from './first-one-on-one.ts';
import type { LibraryTemplate } from './library-template.ts';
import { quarterReview } from './quarter-review.ts';
import { salesReview } from './sales-review.ts';
import { staying } from './staying.ts';
import { weekly } from './weekly.ts';
import { wellbeing } from './wellbeing.ts';

/** The templates that every installation has, in the order in which they are offered. */
export const library: readonly LibraryTemplate[] = [
  weekly,
  firstOneOnOne,
  career,
  feedback,
  wellbeing,
  salesReview,
  quarterReview,
  staying,
];
