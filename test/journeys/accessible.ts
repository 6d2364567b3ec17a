import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** WCAG 2.2 AA, as far as axe can tell. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A colour on its way from light to dark has no contrast yet. What never ends, as a skeleton's shimmer, is not waited for. */
async function coloursRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = async () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const ending = document
      .getAnimations()
      .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(async (animation) => animation.finished));
  });
}

export async function faultsOf(page: Page): Promise<{ id: string; nodes: { html: string }[] }[]> {
  await coloursRest(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    // Otherwise a second page is opened for each look, which takes longer than the look: that is for frames of other
    // origins, which no page of ours can hold.
    .setLegacyMode(true)
    .analyze();
  return violations;
}

export async function expectAccessible(page: Page, what: string): Promise<void> {
  const faults = (await faultsOf(page)).map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect(faults, what).toEqual([]);
}
