import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { richTextArbitrary } from '../../../../test/support/arbitrary-rich-text.ts';
import { toPlainText } from './plain-text.ts';
import { toggleTask } from './toggle-task.ts';

const marks = (text: string) => [...text.matchAll(/\[[x ]\] /g)].map(([mark]) => mark);

it('marks the nth task done or not done, and nothing else', () => {
  fc.assert(
    fc.property(richTextArbitrary, fc.nat(12), (doc, index) => {
      const before = marks(toPlainText(doc));
      const after = marks(toPlainText(toggleTask(doc, index)));
      expect(after).toEqual(
        before.map((mark, at) => (at === index ? (mark === '[x] ' ? '[ ] ' : '[x] ') : mark)),
      );
      expect(toggleTask(toggleTask(doc, index), index)).toEqual(doc);
    }),
  );
});
