import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { BrowserContextOptions, Cookie, Locator, Page } from '@playwright/test';
import PostalMime from 'postal-mime';
import { startProduct } from '../support/running-product.ts';

interface Mail {
  to: string;
  subject: string;
  event: string;
  text: string;
  link: string | null;
}

export interface Product {
  address: string;
  /** All mails so far, oldest first. */
  mails: () => Promise<Mail[]>;
  /** Waits for a mail of this kind to somebody that was not there before. */
  mailTo: (email: string, event: string, after?: number) => Promise<Mail>;
}

interface Fixtures {
  /** A browser of its own for one person, signed in: through the sign-in page the first time in each worker. */
  browserOf: (email: string, options?: BrowserContextOptions) => Promise<Page>;
  product: Product;
}

export const test = base.extend<Pick<Fixtures, 'browserOf'>, { product: Product }>({
  product: [
    // Playwright reads the names from the pattern, also where there are none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-journey-'));
      await chmod(dataDir, 0o711);
      const running = await startProduct(dataDir);
      const mails = () => readMails(path.join(dataDir, 'mail'));
      await use({
        address: running.address,
        mails,
        mailTo: async (email, event, after = 0) => {
          const wanted = async () =>
            (await mails()).filter((mail) => mail.to === email && mail.event === event);
          await expect.poll(async () => (await wanted()).length, { timeout: 15_000 }).toBeGreaterThan(after);
          const found = (await wanted()).at(-1);
          if (found === undefined) throw new Error('The mail went away.');
          return found;
        },
      });
      running.child.kill('SIGTERM');
      await running.ended;
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  browserOf: async ({ browser, product }, use) => {
    const open: { close: () => Promise<void> }[] = [];
    const complaints: string[] = [];
    await use(async (email, options = {}) => {
      const context = await browser.newContext({ baseURL: product.address, ...options });
      open.push(context);
      const page = await context.newPage();
      // Whatever the browser complains of, a broken rule of the content security policy above all, fails the journey.
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (/Content Security Policy|TrustedHTML|violates/i.test(message.text()))
          complaints.push(message.text());
      });
      await comeIn(page, email, product.address);
      return page;
    });
    for (const context of open) await context.close();
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** Of this worker, by product and person: a journey that ends a session takes it from the next, which signs in again. */
const cookies = new Map<string, Cookie[]>();

async function comeIn(page: Page, email: string, address: string): Promise<void> {
  const whose = `${address} ${email}`;
  await page.context().addCookies(cookies.get(whose) ?? []);
  const me = cookies.has(whose) ? await page.request.get('/api/me') : null;
  if (me?.status() === 200) {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Needs me');
    return;
  }
  await signIn(page, email);
  cookies.set(whose, await page.context().cookies());
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, email);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Needs me');
}

export async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill('duologue-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function readMails(folder: string): Promise<Mail[]> {
  const names = await readdir(folder).catch(() => []);
  const mails: Mail[] = [];
  for (const name of names.filter((one) => one.endsWith('.eml')).toSorted()) {
    const mail = await PostalMime.parse(await readFile(path.join(folder, name)));
    mails.push({
      to: mail.to?.[0]?.address ?? '',
      subject: mail.subject ?? '',
      event: mail.headers.find(({ key }) => key === 'x-duologue-event')?.value ?? '',
      text: mail.text ?? '',
      link: /https?:\/\/\S+/.exec(mail.text ?? '')?.[0] ?? null,
    });
  }
  return mails;
}

export function dialogOf(page: Page): Locator {
  return page.getByRole('dialog').or(page.getByRole('alertdialog'));
}

/** Writes into an item as a person does: into its words, where the field then appears. */
export async function writeInto(page: Page, prompt: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: prompt, exact: true });
  await field.click();
  const editor = page
    .locator('[contenteditable="true"]')
    .and(page.getByRole('textbox', { name: prompt, exact: true }));
  await expect(editor).toBeFocused();
  await page.keyboard.type(text);
}
