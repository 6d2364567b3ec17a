import { expect, test } from './fixtures.ts';

test('a middling window shows each one-on-one with its title, and nobody of the people is cut off', async ({
  browserOf,
}) => {
  const maya = await browserOf('maya@demo.example', { viewport: { width: 900, height: 800 } });
  await maya.goto('/one-on-ones?view=all');
  const row = maya.getByRole('row').filter({ hasText: 'Omar Haddad' }).first();
  for (const width of [900, 1020, 1141, 1241]) {
    await maya.setViewportSize({ width, height: 800 });
    const person = await row.getByText('Omar Haddad').boundingBox();
    const title = await row.getByText('Weekly one-on-one').boundingBox();
    const heldOn = await row.locator('time').first().boundingBox();
    expect(title?.width, `title at ${width}`).toBeGreaterThan(60);
    expect((person?.x ?? 0) + (person?.width ?? 0), `person at ${width}`).toBeLessThanOrEqual(heldOn?.x ?? 0);
  }
  const admin = await browserOf('admin@demo.example', { viewport: { width: 900, height: 800 } });
  await admin.goto('/people');
  await expect(admin.getByText('admin@demo.example').first()).toBeVisible();
  expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(900);
  const badge = await admin.getByText('Admin', { exact: true }).first().boundingBox();
  expect((badge?.x ?? 900) + (badge?.width ?? 0)).toBeLessThanOrEqual(900);
});
