import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const looks: { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: {} },
  { name: 'phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
];

interface Listed {
  items: { id: string; name: string }[];
}

/** A one-on-one of Maya and Nina, shared. */
async function shareOne(maya: Page): Promise<string> {
  const { items } = (await (await maya.request.get('/api/managed-people')).json()) as Listed;
  const nina = items.find(({ name }) => name === 'Nina Berg')?.id;
  const { items: templates } = (await (await maya.request.get('/api/templates')).json()) as Listed;
  const data = { employeeId: nina, templateId: templates[0]?.id, share: true };
  return ((await (await maya.request.post('/api/one-on-ones', { data })).json()) as { id: string }).id;
}

for (const { name, options } of looks) {
  test(`what happens stands in the inbox, is read by opening it, and is mailed as one chose, ${name}`, async ({
    browserOf,
    product,
  }) => {
    test.setTimeout(90_000);
    const maya = await browserOf('maya@demo.example', options);
    const nina = await browserOf('nina@demo.example', options);
    const bell = nina.getByRole('link', { name: /^Inbox/ }).filter({ visible: true });
    const mailed = async () =>
      (await product.mails()).filter(
        (mail) => mail.to === 'nina@demo.example' && mail.event === 'one-on-one.shared',
      ).length;

    const before = await mailed();
    const first = await shareOne(maya);
    await expect(bell).toHaveAccessibleName(/1 unread/);
    await expect.poll(mailed, { timeout: 15_000 }).toBe(before + 1);
    await bell.click();
    await nina.getByRole('link', { name: /Unread: Maya Adler shared a one-on-one with you/ }).click();
    await expect(nina).toHaveURL(new RegExp(first));
    await expect(bell).toHaveAccessibleName('Inbox');

    // Not by mail any more; the inbox still has it.
    await nina.goto('/account');
    const choice = nina.getByRole('switch', { name: /^Sharing/ });
    await nina
      .locator('label')
      .filter({ hasText: /^Sharing/ })
      .click();
    await expect(choice).not.toBeChecked();
    await shareOne(maya);
    await expect(bell).toHaveAccessibleName(/1 unread/);
    await bell.click();
    await nina.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(bell).toHaveAccessibleName('Inbox');
    await nina.goto('/account');
    await nina
      .locator('label')
      .filter({ hasText: /^Sharing/ })
      .click();
    await expect(choice).toBeChecked();
    await shareOne(maya);
    // By the time that this one is mailed, the one before would have been.
    await expect.poll(mailed, { timeout: 15_000 }).toBe(before + 2);
    await nina.request.put('/api/notices/reading', { data: {} });
  });
}
