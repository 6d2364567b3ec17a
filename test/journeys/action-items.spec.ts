import type { BrowserContextOptions, Page } from '@playwright/test';
import { dialogOf, expect, test } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: {} },
  { name: 'phone', options: phone },
];

interface Listed {
  items: { id: string; employee: { id: string; name: string } }[];
}

/** A new one-on-one of Omar and Tom, shared. */
async function startOne(omar: Page): Promise<string> {
  const { items } = (await (await omar.request.get('/api/one-on-ones?limit=100')).json()) as Listed;
  const tom = items.find(({ employee }) => employee.name === 'Tom Okafor')?.employee.id;
  const { items: templates } = (await (await omar.request.get('/api/templates')).json()) as Listed;
  const created = await omar.request.post('/api/one-on-ones', {
    data: { employeeId: tom, templateId: templates[0]?.id, share: true },
  });
  return ((await created.json()) as { id: string }).id;
}

for (const { name, options } of looks) {
  test(`what is agreed is written in a line, done by the other, and carried into the next one-on-one, ${name}`, async ({
    browserOf,
  }) => {
    test.setTimeout(90_000);
    const omar = await browserOf('omar@demo.example', options);
    const tom = await browserOf('tom@demo.example', options);
    const id = await startOne(omar);

    // Two agreements, one after the other, by keyboard.
    await omar.goto(`/one-on-ones/${id}`);
    const field = omar.getByRole('textbox', { name: 'New action item' });
    // It loads when one comes near it.
    await expect(async () => {
      await omar.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect(field).toBeVisible({ timeout: 500 });
    }).toPass();
    const [first, second] = [`Call Nordlys ${name}`, `Write the report ${name}`];
    await field.fill(first);
    await field.press('Enter');
    await field.fill(second);
    await omar
      .getByRole('button', { name: /change who does it/ })
      .last()
      .click();
    await omar.getByRole('menuitem', { name: /\(you\)/ }).click();
    await field.press('Enter');
    const done = (page: Page, text: string) => page.getByRole('checkbox', { name: `Done: ${text}` });
    await expect(done(omar, second)).toBeEnabled();

    // Put in order from the menu.
    await omar.getByRole('button', { name: `Change this action item: ${second}` }).click();
    await omar.getByRole('menuitem', { name: 'Move up' }).click();
    const order = omar.locator('[data-action-items] textarea');
    await expect(order.first()).toHaveValue(second);

    // Removed, and taken back.
    await omar.getByRole('button', { name: `Change this action item: ${second}` }).click();
    await omar.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(done(omar, second)).toHaveCount(0);
    await omar.getByRole('button', { name: 'Undo' }).click();
    await expect(done(omar, second)).toBeVisible();

    // The employee finds theirs on a page of its own, and is done with it.
    if (name === 'phone') {
      await tom.getByRole('button', { name: 'More', exact: true }).click();
      await tom.getByRole('menuitem', { name: /action items/i }).click();
    } else {
      await tom
        .getByRole('link', { name: /action items/i })
        .first()
        .click();
    }
    await expect(tom.getByRole('heading', { level: 1 })).toHaveText('My action items');
    await expect(done(tom, second)).toHaveCount(0);
    await done(tom, first).click();
    await expect(done(tom, first)).toBeChecked();
    await expect(done(omar, first)).toBeChecked();

    // The next one-on-one begins with what is open; there it is dropped, and the other reads why.
    const next = await startOne(omar);
    await omar.goto(`/one-on-ones/${next}`);
    // Where the screen is small, the words to write come first, and this is a line until one asks.
    if (name === 'phone') {
      await expect(omar.getByText(/^From earlier one-on-ones: .*open/)).toBeVisible();
      await omar.getByRole('button', { name: 'Show', exact: true }).click();
    }
    const earlier = omar.getByRole('region', { name: /From earlier one-on-ones/ });
    await expect(earlier.getByRole('checkbox', { name: `Done: ${second}` })).toBeVisible();
    await earlier.getByRole('button', { name: `Change this action item: ${second}` }).click();
    await omar.getByRole('menuitem', { name: 'Drop, with a reason' }).click();
    await dialogOf(omar).getByRole('textbox').fill('The board reads the other one.');
    await omar.getByRole('button', { name: 'Drop it' }).click();
    await expect(dialogOf(omar)).toHaveCount(0);
    await tom.goto(`/one-on-ones/${next}`);
    if (name === 'phone') await tom.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(tom.getByText('Dropped by Omar: The board reads the other one.').last()).toBeAttached();
  });
}
