import type { BrowserContextOptions } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { dialogOf, expect, test } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; options: BrowserContextOptions; typed: string; aim: number; said: string }[] = [
  { name: 'desktop', options: {}, typed: '1,264', aim: 1264, said: '1,264' },
  { name: 'phone', options: phone, typed: '268,5', aim: 268.5, said: '268.5' },
];

for (const { name, options, typed, aim, said } of looks) {
  test(`numbers in a one-on-one: looked at, a new target agreed on, and frozen, ${name}`, async ({
    browserOf,
  }) => {
    test.setTimeout(120_000);
    const maya = await browserOf('maya@demo.example', options);
    const nina = await browserOf('nina@demo.example', options);

    await maya.goto('/new');
    await maya.getByRole('group', { name: 'With whom' }).getByText('Nina Berg').click();
    await maya.getByText('Sales review', { exact: true }).first().click();
    await maya.getByRole('button', { name: 'Start' }).click();
    await expect(maya.getByText('Only you can read this draft').first()).toBeVisible();
    const address = maya.url();
    const target = maya.locator('[data-item]', { hasText: 'Sales against the target' });

    await test.step('Maya chooses which number it is, and proposes a target', async () => {
      await target.getByRole('button', { name: /KPI$/ }).click();
      await maya.getByRole('option', { name: 'Calls booked' }).click();
      await expect(target.getByText('of 260')).toBeVisible();
      await target.getByRole('button', { name: /Agree on a new target/ }).click();
      await target.getByLabel('Each month').fill('many');
      await expect(target.getByText('no target is agreed on yet')).toBeVisible();
      await target.getByLabel('Each month').fill(typed);
      await expect(maya.getByRole('status').filter({ hasText: /Saved \d/ })).toBeVisible();
      await expectAccessible(maya, 'a draft with numbers');
    });

    await test.step('and is told who will see it before she sends it', async () => {
      await maya.getByRole('button', { name: 'Share with Nina' }).click();
      let asked = 0;
      maya.on('request', (request) => (asked += Number(request.url().endsWith('/figures'))));
      await dialogOf(maya).getByRole('button', { name: 'Share', exact: true }).click();
      await expect(maya.getByRole('list', { name: 'State: Active' })).toBeVisible();
      // Three items show numbers: they are asked for together, and again where the server was a moment behind.
      await expect.poll(() => asked).toBeGreaterThan(0);
      expect(asked).toBeLessThan(3);
      await maya.getByRole('button', { name: 'Send for approval' }).click();
      await expect(dialogOf(maya)).toContainText('Admins and whoever manages Nina later will see it');
      await dialogOf(maya).getByRole('button', { name: 'Send for approval' }).click();
      await expect(maya.getByRole('list', { name: 'State: Pending approval' })).toBeVisible();
    });

    await test.step('Nina sees the same number, is told the same, and approves', async () => {
      await nina.goto(address);
      const hers = nina.locator('[data-item]', { hasText: 'Sales against the target' });
      await expect(hers.getByText('of 260')).toBeVisible();
      expect(await hers.locator('strong').first().innerText()).toBe(
        await target.locator('strong').first().innerText(),
      );
      await expect(hers).toContainText(`New target: ${said} each month`);
      await expect(hers).toContainText('It holds once this is approved');
      await nina.getByRole('button', { name: 'Approve' }).click();
      await expect(dialogOf(nina)).toContainText('Admins and whoever manages you later will see it');
      // A reading comes meanwhile: nobody approves a number that they did not see.
      const { items: kpis } = (await (await maya.request.get('/api/kpis')).json()) as {
        items: { id: string; name: string }[];
      };
      const { person } = (await (await nina.request.get('/api/me')).json()) as { person: { id: string } };
      const reading = {
        kpiId: kpis.find(({ name: kpi }) => kpi === 'Calls booked')?.id,
        personId: person.id,
        on: new Date().toISOString().slice(0, 10),
        value: aim,
      };
      const loaded = await maya.request.post('/api/kpi-readings', { data: { readings: [reading] } });
      expect(loaded.ok()).toBe(true);
      await dialogOf(nina).getByRole('button', { name: 'Approve' }).click();
      await expect(dialogOf(nina)).toContainText('The numbers have changed');
      await dialogOf(nina).getByRole('button', { name: 'Read it as it is now' }).click();
      await nina.getByRole('button', { name: 'Approve' }).click();
      await dialogOf(nina).getByRole('button', { name: 'Approve' }).click();
      await expect(nina.getByRole('list', { name: 'State: Approved' })).toBeVisible();
    });

    await test.step('From then on it is her target, and the record keeps the number', async () => {
      const { id } = (await (await nina.request.get('/api/me')).json()).person as { id: string };
      const targets = (await (await nina.request.get(`/api/targets?personId=${id}`)).json()) as {
        items: { value: number; setBy: { name: string } }[];
      };
      expect(targets.items).toContainEqual(
        expect.objectContaining({
          value: aim,
          setBy: expect.objectContaining({ name: 'Maya Adler' }),
        }),
      );
      await maya.goto(address);
      await expect(
        maya.locator('[data-item]', { hasText: 'Sales against the target' }).getByText('of 260'),
      ).toBeVisible();
    });
  });
}

test('a template with numbers fits a phone', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example', phone);
  await maya.goto('/templates');
  await maya.getByRole('link', { name: 'Sales review' }).first().click();
  await maya.getByRole('button', { name: 'Duplicate to edit' }).click();
  await expect(maya.getByRole('button', { name: /KPI$/ }).first()).toBeVisible();
  const beyond = () =>
    maya.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await beyond()).toBe(0);
});
