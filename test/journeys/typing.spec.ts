import { dialogOf, expect, signIn, test, writeInto } from './fixtures.ts';
import type { Page } from '@playwright/test';

const prompt = 'What we decided';

async function newOneOnOne(page: Page): Promise<void> {
  await page.goto('/new');
  await page.getByRole('group', { name: 'With whom' }).getByText('Eli Larsen').click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Only you can read this draft').first()).toBeVisible();
}

const item = (page: Page) => page.getByRole('textbox', { name: prompt, exact: true });
const saveState = (page: Page) => page.getByRole('article').getByRole('status').first();

test('what is typed before the page is closed at once is there the next time', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  await newOneOnOne(maya);
  const address = maya.url();
  await writeInto(maya, prompt, 'Typed and gone at once');
  await maya.close({ runBeforeUnload: false });
  const again = await maya.context().newPage();
  await again.goto(address);
  await expect(item(again)).toContainText('Typed and gone at once');
});

test('what is typed without a network is kept, said, and sent when it is back', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  const other = await browserOf('maya@demo.example');
  await newOneOnOne(maya);
  await writeInto(maya, prompt, 'Online. ');
  await expect(saveState(maya)).toContainText(/Saved \d/);
  await maya.context().setOffline(true);
  await maya.keyboard.type('Offline.');
  await expect(saveState(maya)).toContainText('Offline, kept on this device');
  await maya.context().setOffline(false);
  await expect(saveState(maya)).toContainText(/Saved \d/, { timeout: 20_000 });
  await other.goto(maya.url());
  await expect(item(other)).toContainText('Online. Offline.');
});

test('once it is shared, nobody watches half a sentence', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  const eli = await browserOf('eli@demo.example');
  await newOneOnOne(maya);
  await maya.getByRole('button', { name: 'Share with Eli' }).click();
  await dialogOf(maya).getByRole('button', { name: 'Share', exact: true }).click();
  await expect(maya.getByText('Only Maya and Eli can read this').first()).toBeVisible();
  await writeInto(maya, prompt, 'Half a sentence');
  await expect(saveState(maya)).toContainText('Kept on this device');
  await eli.goto(maya.url());
  await expect(eli.getByRole('heading', { level: 3, name: prompt })).toBeVisible();
  await expect(eli.getByText('Half a sentence')).toHaveCount(0);
  await maya.keyboard.type(', and the rest.');
  await maya.getByRole('heading', { level: 1 }).click();
  await expect(saveState(maya)).toContainText(/Saved \d/);
  await eli.reload();
  await expect(eli.getByText('Half a sentence, and the rest.')).toBeVisible();
});

test('two tabs never overwrite each other: both texts are shown, and one chooses', async ({ browserOf }) => {
  const one = await browserOf('maya@demo.example');
  await newOneOnOne(one);
  const two = await one.context().newPage();
  // Otherwise it would follow the first one live, and there would be nothing to choose.
  await two.route('**/live', (route) => route.abort());
  await two.goto(one.url());
  await expect(item(two)).toBeVisible();
  await writeInto(one, prompt, 'From the first tab');
  await expect(saveState(one)).toContainText(/Saved \d/);
  await writeInto(two, prompt, 'From the second tab');
  await expect(two.getByRole('region', { name: 'Written here' })).toContainText('From the second tab');
  await expect(two.getByRole('region', { name: 'Saved meanwhile' })).toContainText('From the first tab');
  await two.getByRole('button', { name: 'Keep both' }).click();
  await expect(saveState(two)).toContainText(/Saved \d/);
  await one.reload();
  await expect(item(one)).toContainText('From the first tab');
  await expect(item(one)).toContainText('From the second tab');
});

test('two tabs follow each other while nobody types in the second', async ({ browserOf }) => {
  const one = await browserOf('maya@demo.example');
  await newOneOnOne(one);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await expect(item(two)).toBeVisible();
  await writeInto(one, prompt, 'From the first tab');
  await expect(item(two)).toContainText('From the first tab');
  await writeInto(two, prompt, ' and from the second');
  await expect(item(one)).toContainText('and from the second');
});

test('editing while approval is pending says beforehand that it goes back to active', async ({
  browserOf,
  product,
}) => {
  const maya = await browserOf('maya@demo.example');
  await newOneOnOne(maya);
  await maya.getByRole('button', { name: 'Share with Eli' }).click();
  await dialogOf(maya).getByRole('button', { name: 'Share', exact: true }).click();
  await maya.getByRole('button', { name: 'Send for approval' }).click();
  await dialogOf(maya).getByRole('button', { name: 'Send for approval' }).click();
  await expect(maya.getByRole('list', { name: 'State: Pending approval' })).toBeVisible();
  await maya.getByRole('button', { name: `Edit the answer to: ${prompt}` }).click();
  await expect(maya.getByText(/goes back to active/i).first()).toBeVisible();
  const before = (await product.mails()).filter((mail) => mail.event === 'one-on-one.reopened').length;
  await maya.getByRole('button', { name: 'Edit all the same' }).click();
  await expect(item(maya)).toBeFocused();
  await maya.keyboard.type('Changed after all');
  await maya.getByRole('heading', { level: 1 }).click();
  await expect(maya.getByRole('list', { name: 'State: Active' })).toBeVisible();
  await product.mailTo('eli@demo.example', 'one-on-one.reopened', before);
});

test('signing out leaves nothing of what was typed on the device', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  await newOneOnOne(maya);
  await maya.context().setOffline(true);
  await writeInto(maya, prompt, 'Only on this device').catch(() => undefined);
  await maya.context().setOffline(false);
  await expect(saveState(maya)).toContainText(/Saved \d/, { timeout: 20_000 });
  await maya.getByRole('button', { name: 'Maya Adler' }).click();
  await maya.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(maya.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const kept = await maya.evaluate(() =>
    [localStorage, sessionStorage].flatMap((store) => Object.entries(store)).join(),
  );
  expect(kept).not.toContain('Only on this device');
  await signIn(maya, 'maya@demo.example');
});
