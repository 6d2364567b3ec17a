import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** A link as a mail program opens it: the whole address, in this browser. */
async function openLink(page: Page, link: string | null): Promise<void> {
  if (link === null) throw new Error('The mail has no link.');
  await page.goto('about:blank');
  await page.goto(link);
}

test('Paul forgot his password, and chooses another from a mail, on his phone', async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({ baseURL: product.address, ...phone });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'I forgot my password' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new password');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText('Enter your address.')).toBeVisible();
  await page.getByLabel('Email').fill('paul@demo.example');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByRole('status')).toContainText('If paul@demo.example signs in here');
  const mail = await product.mailTo('paul@demo.example', 'person.password-reset');
  await openLink(page, mail.link);
  await expect(page.getByText('For Paul Weber.')).toBeVisible();
  await page.getByRole('textbox', { name: 'New password' }).fill('short');
  await page.getByRole('button', { name: 'Set password and enter' }).click();
  await expect(page.getByText('At least 12 characters.').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'New password' }).fill('duologue-demo');
  await page.getByRole('button', { name: 'Set password and enter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Needs me');
  await openLink(page, mail.link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link has ended');
  await context.close();
});

test('an admin brings somebody in, who chooses a password, and can take it back before', async ({
  browser,
  browserOf,
  product,
}) => {
  const admin = await browserOf('admin@demo.example');
  await admin.goto('/people/import');
  await admin.locator('input[type=file]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name;email;team\nZoë Brandt;zoe@demo.example;Inside sales\n'),
  });
  await expect(admin.getByText('New, with login access. Joins Inside sales.')).toBeVisible();
  await admin.getByRole('button', { name: 'Import', exact: true }).click();
  await admin.getByRole('link', { name: 'Zoë Brandt' }).click();
  await admin.getByRole('button', { name: 'Send invitation' }).click();
  const first = await product.mailTo('zoe@demo.example', 'person.invited');
  await admin.getByRole('button', { name: 'Revoke' }).click();
  const context = await browser.newContext({ baseURL: product.address });
  const zoe = await context.newPage();
  await openLink(zoe, first.link);
  await expect(zoe.getByRole('heading', { level: 1 })).toHaveText('This invitation has ended');

  await admin.getByRole('button', { name: 'Send invitation' }).click();
  const second = await product.mailTo('zoe@demo.example', 'person.invited', 1);
  await openLink(zoe, second.link);
  await zoe.getByRole('textbox', { name: 'Choose a password' }).fill('a password of four words');
  await zoe.getByRole('button', { name: 'Set password and enter' }).click();
  await expect(zoe.getByRole('heading', { level: 1 })).toHaveText('Needs me');
  const maya = await browserOf('maya@demo.example');
  await maya.goto('/new');
  await maya.getByRole('group', { name: 'With whom' }).getByText('Zoë Brandt').click();
  await expect(maya.getByText(/Zoë Brandt has signed in here since/)).toBeVisible();
  await context.close();
});

test('an admin starts a recovery of Tom’s account; Omar, who shares one-on-ones with him, stops it', async ({
  browserOf,
  product,
}) => {
  const admin = await browserOf('admin@demo.example');
  await admin.goto('/people');
  await admin.getByRole('link', { name: /Tom/ }).click();
  const section = admin
    .getByRole('region', { name: 'Lost mailbox' })
    .or(admin.locator('section', { hasText: 'Lost mailbox' }));
  await section.getByLabel('New email').fill('tom.elsewhere@demo.example');
  await section.getByRole('button', { name: 'Start a recovery' }).click();
  await expect(section.getByText(/A recovery is under way/)).toBeVisible();

  const mail = await product.mailTo('omar@demo.example', 'person.recovery-started');
  await product.mailTo('tom@demo.example', 'person.recovery-started');
  expect(
    (await product.mails()).filter(
      ({ to, event }) => to === 'eli@demo.example' && event === 'person.recovery-started',
    ),
  ).toEqual([]);
  const omar = await browserOf('omar@demo.example', phone);
  await openLink(omar, mail.link);
  await omar.getByRole('button', { name: 'Object' }).click();
  await omar.getByRole('button', { name: 'Object and stop it' }).click();
  await expect(omar.getByText('No account recovery is under way')).toBeVisible();
  await admin.reload();
  await expect(section.getByText(/stopped by an objection/)).toBeVisible();
});

test('Nora changes her address, which takes effect from the old mailbox', async ({
  browser,
  browserOf,
  product,
}) => {
  const admin = await browserOf('admin@demo.example');
  const data = { name: 'Nora Weiss', email: 'nora@demo.example' };
  const { id } = (await (await admin.request.post('/api/people', { data })).json()) as { id: string };
  await admin.request.post(`/api/people/${id}/invitation`);
  const invitation = await product.mailTo('nora@demo.example', 'person.invited');
  const context = await browser.newContext({ baseURL: product.address });
  const nora = await context.newPage();
  await openLink(nora, invitation.link);
  await nora.getByRole('textbox', { name: 'Choose a password' }).fill('duologue-demo');
  await nora.getByRole('button', { name: 'Set password and enter' }).click();
  await expect(nora.getByRole('heading', { level: 1 })).toHaveText('Needs me');

  await nora.goto('/account');
  await nora.getByLabel('New email').fill('nora.weiss@demo.example');
  await nora.getByRole('textbox', { name: 'Your password' }).fill('duologue-demo');
  await nora.getByRole('button', { name: 'Change my email' }).click();
  const mail = await product.mailTo('nora@demo.example', 'person.address-change-asked');
  await openLink(nora, mail.link);
  await nora.getByRole('button', { name: 'Use nora.weiss@demo.example' }).click();
  await expect(nora.getByRole('heading', { level: 1 })).toHaveText('Your email is changed');
  await product.mailTo('nora@demo.example', 'person.address-changed');
  await context.clearCookies();
  await signIn(nora, 'nora.weiss@demo.example');
  await context.close();
});
