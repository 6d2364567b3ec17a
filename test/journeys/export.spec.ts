import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

async function openApproved(page: Page): Promise<void> {
  await page.goto('/one-on-ones?state=approved');
  await page
    .getByRole('link', { name: /Weekly one-on-one/ })
    .first()
    .click();
  await expect(page.getByRole('list', { name: 'State: Approved' })).toBeVisible();
}

async function chosen(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export or print' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name }).click();
  const download = await started;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('Eli takes an approved one-on-one along as PDF, Markdown and JSON', async ({ browserOf }) => {
  const eli = await browserOf('eli@demo.example');
  await openApproved(eli);
  const pdf = await chosen(eli, 'PDF');
  expect(pdf.name).toMatch(/^\d{4}-\d\d-\d\d Weekly one-on-one, Maya Adler and Eli Larsen\.pdf$/);
  expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  const md = await chosen(eli, /^Markdown/);
  expect(md.bytes.toString()).toContain('# Weekly one-on-one\n\nMaya Adler and Eli Larsen');
  const json = await chosen(eli, /^JSON/);
  expect(JSON.parse(json.bytes.toString())).toMatchObject({ format: 'duologue-one-on-one', version: 1 });
  // The page stays where it was.
  await expect(eli.getByRole('list', { name: 'State: Approved' })).toBeVisible();
});

for (const [where, viewport] of [
  ['a desktop', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`Maya prints the whole of it from ${where}: what was agreed too, without guidance or controls`, async ({
    browserOf,
  }) => {
    const maya = await browserOf('maya@demo.example', { viewport });
    await openApproved(maya);
    await maya.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', '');
    });
    const guidance = maya.getByText('How is the person, before how is the work', { exact: false });
    await expect(guidance).toBeVisible();
    await maya.getByRole('button', { name: 'Export or print' }).click();
    await maya.getByRole('menuitem', { name: 'Print' }).click();
    await expect(maya.locator('[data-printed]')).toBeAttached();
    await maya.emulateMedia({ media: 'print' });
    const sections = maya.getByRole('article').getByRole('heading', { level: 2 });
    await expect(sections.filter({ hasText: /^Action items/ })).toBeVisible();
    await expect(guidance).toBeHidden();
    await expect(maya.getByRole('button', { name: 'Export or print' })).toBeHidden();
    // Who approved it stands at the end, as in the other exports.
    const approval = await maya.getByRole('region', { name: 'Approval' }).boundingBox();
    const agreed = await sections.filter({ hasText: /^Action items/ }).boundingBox();
    expect(approval?.y ?? 0).toBeGreaterThan(agreed?.y ?? Infinity);
    await expect(maya.getByRole('region', { name: 'Approval' })).toBeVisible();
  });
}
