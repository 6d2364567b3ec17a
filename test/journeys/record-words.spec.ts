import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { dialogOf, expect, test, writeInto } from './fixtures.ts';

const prompt = 'What is on your mind that we have not talked about?';

/** A one-on-one of Maya's with Eli that he can read. */
async function sharedWithEli(maya: Page): Promise<string> {
  await maya.getByRole('link', { name: 'New one-on-one' }).first().click();
  await maya.getByRole('group', { name: 'With whom' }).getByText('Eli Larsen').click();
  await maya.getByRole('button', { name: 'Start' }).click();
  await expect(maya.getByText('Only you can read this draft').first()).toBeVisible();
  await maya.getByRole('button', { name: 'Share with Eli' }).click();
  await dialogOf(maya).getByRole('button', { name: 'Share', exact: true }).click();
  await expect(maya.getByText('Only Maya and Eli can read this').first()).toBeVisible();
  return maya.url();
}

async function addPaul(maya: Page): Promise<void> {
  await maya.getByRole('button', { name: 'Add a reader' }).click();
  const dialog = maya.getByRole('dialog', { name: 'Who can read this' });
  await dialog.getByRole('combobox', { name: 'Add a reader' }).click();
  await maya.keyboard.type('Paul');
  await maya.getByRole('option', { name: 'Paul Weber' }).click();
  await expect(dialog.getByText('Paul will read answers, action items, files and addenda')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add Paul' }).click();
  await expect(maya.getByText('Only Maya, Eli, and Paul can read this').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
}

test('Maya adds Paul to read; he sees the record alone, is removed, and his page says so', async ({
  browserOf,
  product,
}) => {
  test.setTimeout(120_000);
  const maya = await browserOf('maya@demo.example');
  const paul = await browserOf('paul@demo.example');
  const address = await sharedWithEli(maya);
  await writeInto(maya, prompt, 'The launch moves to Thursday');
  await maya.keyboard.press('Escape');
  await addPaul(maya);

  const mail = await product.mailTo('paul@demo.example', 'one-on-one.participant-added');
  expect(mail.link).toBe(address);
  expect(mail.text).not.toContain('launch');
  await product.mailTo('eli@demo.example', 'one-on-one.reader-added');

  await test.step('Paul finds it among what is shared with him, and reads the record alone', async () => {
    const refused: string[] = [];
    paul.on('response', (response) => {
      if (response.status() === 403) refused.push(response.url());
    });
    await paul.goto('/one-on-ones?view=shared-with-me');
    await paul
      .getByRole('link', { name: /Maya and Eli/ })
      .first()
      .click();
    await expect(paul).toHaveURL(address);
    await expect(paul.getByText('The launch moves to Thursday')).toBeVisible();
    await expect(paul.getByRole('button', { name: 'Leave' })).toBeVisible();
    await expect(paul.getByRole('button', { name: /^Comment on/ })).toHaveCount(0);
    await expect(paul.getByRole('heading', { name: 'Before' })).toHaveCount(0);
    await expect(paul.getByRole('heading', { name: 'Who opened it' })).toHaveCount(0);
    // What is between the two is not even asked for, neither coming from a list nor at the address.
    await paul.reload();
    await expect(paul.getByRole('button', { name: 'Leave' })).toBeVisible();
    await expect(paul.getByText('The launch moves to Thursday')).toBeVisible();
    expect(refused).toEqual([]);
  });

  await test.step('Maya sees that he opened it, and removes him', async () => {
    await maya.reload();
    await expect(maya.getByText(/Paul Weber opened it/)).toBeVisible();
    await maya.getByRole('button', { name: 'Change readers' }).click();
    await maya.getByRole('button', { name: 'Remove Paul Weber' }).click();
    await maya.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(maya.getByText('Only Maya and Eli can read this').first()).toBeVisible();
  });

  await expect(paul.getByRole('heading', { level: 1 })).toHaveText('You can no longer read this one-on-one');
  await expect(paul.getByText('The launch moves to Thursday')).toHaveCount(0);
  await product.mailTo('paul@demo.example', 'one-on-one.participant-removed');
  await paul.reload();
  await expect(paul.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
});

test('a reader leaves by themselves', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  const address = await sharedWithEli(maya);
  await addPaul(maya);
  const paul = await browserOf('paul@demo.example');
  await paul.goto(address);
  await paul.getByRole('button', { name: 'Leave' }).click();
  await dialogOf(paul).getByRole('button', { name: 'Leave' }).click();
  await expect(paul.getByRole('heading', { level: 1 })).toHaveText('One-on-ones');
  await paul.goto(address);
  await expect(paul.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
});

const devices = [
  ['a desktop', {}],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const;

for (const [device, options] of devices) {
  test(`on ${device}, the two comment, settle a thread, and keep what they type`, async ({ browserOf }) => {
    test.setTimeout(120_000);
    const maya = await browserOf('maya@demo.example');
    const eli = await browserOf('eli@demo.example', options);
    const address = await sharedWithEli(maya);
    await eli.goto(address);

    await test.step('Eli begins a comment, loses the page, and finds his words again', async () => {
      await eli.getByRole('button', { name: `Comment on: ${prompt}` }).click();
      const field = eli.getByRole('textbox', { name: `Comment on: ${prompt}` });
      await expect(eli.locator('[contenteditable="true"]').and(field)).toBeFocused();
      await eli.keyboard.type('Can we add the numbers?');
      await eli.reload();
      await expect(eli.getByText('Can we add the numbers?')).toBeVisible();
      await eli.getByRole('button', { name: 'Comment', exact: true }).click();
      await expect(eli.getByRole('button', { name: `Answer the comments on: ${prompt}` })).toBeVisible();
    });

    await test.step('Maya reads it without loading the page again, and answers by the keyboard', async () => {
      await expect(maya.getByText('Can we add the numbers?')).toBeVisible();
      await maya.getByRole('button', { name: `Answer the comments on: ${prompt}` }).click();
      await expect(maya.locator('[contenteditable="true"]:focus')).toBeVisible();
      await maya.keyboard.type('Yes, by Monday.');
      await maya.keyboard.press('Control+Enter');
      await expect(maya.getByRole('listitem').filter({ hasText: 'Yes, by Monday.' })).toBeVisible();
      // The focus stays where one goes on from.
      await expect(maya.getByRole('button', { name: `Answer the comments on: ${prompt}` })).toBeFocused();
    });

    await test.step('Eli deletes his, and takes that back; then settles the thread', async () => {
      await expect(eli.getByText('Yes, by Monday.')).toBeVisible();
      await eli.getByRole('button', { name: 'Change your comment' }).click();
      await eli.getByRole('menuitem', { name: 'Delete' }).click();
      await expect(eli.getByText('Can we add the numbers?')).toHaveCount(0);
      await eli.getByRole('button', { name: 'Undo' }).click();
      await expect(eli.getByText('Can we add the numbers?')).toBeVisible();
      await eli.getByRole('button', { name: `Resolve the comments on: ${prompt}` }).click();
      await expect(eli.getByText(/2 comments, resolved by you/)).toBeVisible();
      await expect(maya.getByText(/2 comments, resolved by Eli Larsen/)).toBeVisible();
    });
  });

  test(`on ${device}, a private note is hidden until asked for, and is there again`, async ({
    browserOf,
  }) => {
    const maya = await browserOf('maya@demo.example');
    const address = await sharedWithEli(maya);
    const eli = await browserOf('eli@demo.example', options);
    await eli.goto(address);
    const isPhone = 'isMobile' in options;
    const openNote = async () => {
      // Its name says so once the records before are there, and nothing moves any more.
      if (isPhone) await eli.getByRole('button', { name: /^Before/ }).click();
      await expect(eli.getByText('Only you can read this, for ever.')).toHaveCount(0);
      await eli.getByRole('button', { name: 'Show my note' }).click();
      await expect(eli.locator('[contenteditable="true"]:focus')).toBeVisible();
    };
    await openNote();
    await eli.keyboard.type('Ask about the move');
    await expect(eli.getByText('Only you can read this, for ever.')).toBeVisible();
    // Leaving at once: what was typed a moment ago has to arrive all the same.
    await eli.reload();
    await openNote();
    await expect(eli.getByText('Ask about the move')).toBeVisible();
    await maya.reload();
    await maya.getByRole('button', { name: 'Show my note' }).click();
    await expect(maya.getByText('Only you can read this, for ever.')).toBeVisible();
    await expect(maya.getByText('Ask about the move')).toHaveCount(0);
  });
}

test('an approved one-on-one is added to, dated and signed', async ({ browserOf, product }) => {
  const maya = await browserOf('maya@demo.example');
  const eli = await browserOf('eli@demo.example');
  const address = await sharedWithEli(maya);
  await maya.getByRole('button', { name: 'Send for approval' }).click();
  await dialogOf(maya).getByRole('button', { name: 'Send for approval' }).click();
  await eli.goto(address);
  await eli.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialogOf(eli).getByRole('button', { name: 'Approve' }).click();
  await expect(eli.getByRole('list', { name: 'State: Approved' })).toBeVisible();
  const write = eli.getByRole('button', { name: 'Write an addendum' });
  // Below the last section: it comes when one comes near.
  await expect(async () => {
    await eli.mouse.wheel(0, 4000);
    await expect(write).toBeVisible({ timeout: 500 });
  }).toPass();
  await write.click();
  await expect(eli.locator('[contenteditable="true"]:focus')).toBeVisible();
  await eli.keyboard.type('The budget was confirmed since.');
  await eli.getByRole('button', { name: 'Add for good' }).click();
  const section = eli.getByRole('region', { name: 'Addenda' });
  await expect(section.getByRole('listitem')).toContainText(/Eli Larsen.*The budget was confirmed since\./s);
  await expect(section.getByRole('button', { name: 'Write an addendum' })).toBeVisible();
  const mail = await product.mailTo('maya@demo.example', 'one-on-one.addendum-added');
  expect(mail.text).not.toContain('budget');
});

const looks = [
  ['in the light', { colorScheme: 'light' }],
  ['in the dark, on a phone', { ...devices[1][1], colorScheme: 'dark' }],
] as const;

for (const [look, options] of looks) {
  test(`${look}, a thread, a note and the readers have no fault that axe finds`, async ({ browserOf }) => {
    const maya = await browserOf('maya@demo.example', options);
    const expectNoFault = async (what: string) => {
      await expect(maya.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectAccessible(maya, what);
    };
    const { items } = (await (await maya.request.get('/api/one-on-ones?state=active')).json()) as {
      items: { id: string }[];
    };
    await maya.goto(`/one-on-ones/${items[0]?.id}`);
    await maya
      .getByRole('button', { name: /^Comment on/ })
      .first()
      .click();
    await expect(maya.locator('[contenteditable="true"]:focus')).toBeVisible();
    await maya.keyboard.type('A comment');
    await expectNoFault('a comment being written');
    await maya.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(maya.getByRole('button', { name: /^Resolve the comments/ }).first()).toBeVisible();
    await expectNoFault('a thread');
    await maya.getByRole('button', { name: 'Add a reader' }).click();
    await expect(maya.getByRole('combobox', { name: 'Add a reader' })).toBeVisible();
    await expectNoFault('the readers');
    await maya.getByRole('button', { name: 'Close' }).click();
    if ('isMobile' in options) await maya.getByRole('button', { name: /^(Before|History)/ }).click();
    await maya.getByRole('button', { name: 'Show my note' }).click();
    await expect(maya.locator('[contenteditable="true"]:focus')).toBeVisible();
    await expectNoFault('a private note');
  });
}
