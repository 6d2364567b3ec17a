import { dialogOf, expect, fillSignIn, test, writeInto } from './fixtures.ts';

test('Maya writes, shares and sends; Eli asks for a revision, then approves; nobody else ever sees it', async ({
  browser,
  browserOf,
  product,
}) => {
  test.setTimeout(120_000);
  const maya = await browserOf('maya@demo.example');
  await maya.getByRole('link', { name: 'New one-on-one' }).click();
  await maya.getByRole('group', { name: 'With whom' }).getByText('Eli Larsen').click();
  await maya.getByRole('button', { name: 'Start' }).click();
  await expect(maya.getByText('Only you can read this draft').first()).toBeVisible();
  const address = maya.url();
  const secret = 'The launch moves to Thursday';

  await test.step('Maya writes a draft, which is saved as she types', async () => {
    await writeInto(maya, 'What is on your mind that we have not talked about?', secret);
    await maya
      .getByRole('radiogroup', { name: /Wellness check/ })
      .getByText('Good')
      .click();
    await expect(maya.getByRole('status').filter({ hasText: /Saved \d/ })).toBeVisible();
  });

  const outsiders = await Promise.all(
    ['omar@demo.example', 'admin@demo.example', 'paul@demo.example'].map((email) => browserOf(email)),
  );
  const seeNothing = async () => {
    for (const page of outsiders) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/nothing here|not found/i);
      await page.goto(`/one-on-ones?q=${encodeURIComponent('launch moves')}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One-on-ones');
      await expect(page.getByText(secret)).toHaveCount(0);
      await expect(page.getByRole('link', { name: /Eli Larsen/ })).toHaveCount(0);
    }
  };
  await seeNothing();

  await test.step('She shares it and sends it for approval', async () => {
    await maya.getByRole('button', { name: 'Share with Eli' }).click();
    await dialogOf(maya).getByRole('button', { name: 'Share', exact: true }).click();
    await expect(maya.getByText('Only Maya and Eli can read this').first()).toBeVisible();
    await maya.getByRole('button', { name: 'Send for approval' }).click();
    await dialogOf(maya).getByRole('button', { name: 'Send for approval' }).click();
    await expect(maya.getByRole('list', { name: 'State: Pending approval' })).toBeVisible();
  });
  await seeNothing();

  const mail = await product.mailTo('eli@demo.example', 'one-on-one.approval-requested');
  expect(mail.text).not.toContain(secret);
  const context = await browser.newContext({ baseURL: product.address });
  const eli = await context.newPage();

  await test.step('Eli opens the mail’s link, signs in, reads, and asks for a revision', async () => {
    await eli.goto(mail.link ?? '');
    await fillSignIn(eli, 'eli@demo.example');
    await expect(eli).toHaveURL(address);
    await expect(eli.getByText(secret)).toBeVisible();
    await expect(eli.getByText('First the person', { exact: false })).toHaveCount(0);
    await eli.getByRole('button', { name: 'Ask for revision' }).click();
    await dialogOf(eli).getByRole('textbox').fill('It moves to Friday.');
    await dialogOf(eli).getByRole('button', { name: 'Ask for revision' }).click();
    await expect(eli.getByRole('list', { name: 'State: Active' })).toBeVisible();
  });

  await test.step('Maya sees what to revise, changes it, and sends again', async () => {
    const asked = await product.mailTo('maya@demo.example', 'one-on-one.revision-requested');
    expect(asked.text).not.toContain('Friday');
    await maya.goto(asked.link ?? '');
    await expect(maya.getByText('It moves to Friday.').first()).toBeVisible();
    const field = maya.getByRole('textbox', {
      name: 'What is on your mind that we have not talked about?',
      exact: true,
    });
    await field.click();
    await maya.keyboard.press('ControlOrMeta+a');
    await maya.keyboard.type('The launch moves to Friday');
    await maya.getByRole('button', { name: 'Send for approval' }).click();
    await dialogOf(maya).getByRole('button', { name: 'Send for approval' }).click();
    await expect(maya.getByRole('list', { name: 'State: Pending approval' })).toBeVisible();
  });
  await seeNothing();

  await test.step('Eli sees what changed, and approves with a remark', async () => {
    await eli.goto(address);
    const changed = eli.getByRole('region', { name: /What changed/ });
    await expect(changed).toContainText('Thursday');
    await expect(changed).toContainText('Friday');
    await eli.getByRole('button', { name: 'Approve' }).first().click();
    const dialog = dialogOf(eli);
    await dialog.getByRole('textbox').fill('Agreed, with a late evening.');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await expect(eli.getByRole('list', { name: 'State: Approved' })).toBeVisible();
    await expect(eli.getByText('Agreed, with a late evening.')).toBeVisible();
  });

  await test.step('Nothing can be changed any more', async () => {
    await product.mailTo('maya@demo.example', 'one-on-one.approved');
    await maya.goto(address);
    await expect(maya.getByRole('list', { name: 'State: Approved' })).toBeVisible();
    await expect(maya.locator('[contenteditable="true"]')).toHaveCount(0);
    await expect(maya.getByRole('button', { name: /Add an item|Add a section|Delete/ })).toHaveCount(0);
  });
  await seeNothing();
  await context.close();
});
