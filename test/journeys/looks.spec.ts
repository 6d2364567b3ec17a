import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const looks = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
] as const;

interface Listed {
  items: { id: string; state: string; yourTurn: boolean }[];
}

/** Every page that a person can open, by what it shows. */
async function pagesOf(page: Page, email: string): Promise<[name: string, address: string][]> {
  const { items } = (await (await page.request.get('/api/one-on-ones?limit=100')).json()) as Listed;
  const records = ['draft', 'active', 'pending_approval', 'approved'].flatMap((state): [string, string][] => {
    const record = items.find((item) => item.state === state);
    return record === undefined ? [] : [[`one-on-one ${state}`, `/one-on-ones/${record.id}`]];
  });
  const common: [string, string][] = [
    ['needs me', '/'],
    ['one-on-ones', '/one-on-ones'],
    ['action items', '/action-items'],
    ['inbox', '/inbox'],
    ['help', '/help'],
    ['account', '/account'],
    ['recoveries', '/recoveries'],
    ['address change', '/address-change'],
    ['nothing here', '/nothing-here'],
    ...records,
  ];
  if (email.startsWith('maya')) return [...common, ['new', '/new'], ...(await templatePages(page))];
  if (!email.startsWith('admin')) return common;
  const { items: people } = (await (await page.request.get('/api/people')).json()) as Listed;
  const { items: teams } = (await (await page.request.get('/api/teams')).json()) as Listed;
  return [
    ['people', '/people'],
    ['person', `/people/${people[0]?.id}`],
    ['import', '/people/import'],
    ['teams', '/teams'],
    ['team', `/teams/${teams[0]?.id}`],
    ['one-on-ones of somebody without a team', '/one-on-ones'],
  ];
}

async function templatePages(page: Page): Promise<[string, string][]> {
  const created = await page.request.post('/api/templates', {
    data: {
      title: 'A template of mine',
      description: 'For looking at.',
      sections: [
        {
          title: 'A section',
          guidance: 'Some guidance.',
          items: [
            { kind: 'question', prompt: 'A question' },
            { kind: 'rating', prompt: 'A rating', options: { steps: 3, labels: ['Low', 'Middle', 'High'] } },
          ],
        },
      ],
    },
  });
  const { id } = (await created.json()) as { id: string };
  return [
    ['templates', '/templates'],
    ['template', `/templates/${id}`],
    ['library template', '/templates/01900000-0001-7000-8000-000000000000'],
  ];
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const faults = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect(faults, name).toEqual([]);
}

for (const { name: look, options } of looks) {
  for (const email of ['maya@demo.example', 'eli@demo.example', 'admin@demo.example']) {
    test(`every page of ${email.split('@')[0]} is accessible and fits, ${look}`, async ({
      browserOf,
    }, info) => {
      test.setTimeout(180_000);
      const page = await browserOf(email, options);
      for (const [name, address] of await pagesOf(page, email)) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await atRest(page);
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectAccessible(page, name);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
        const file = `${look}-${email.split('@')[0]}-${name.replaceAll(' ', '-')}.png`;
        await page.screenshot({ path: info.outputPath(file), fullPage: true });
      }
    });
  }
}

test('the sign-in page is accessible in every look', async ({ browser, product }, info) => {
  for (const { name, options } of looks) {
    const context = await browser.newContext({ baseURL: product.address, ...options });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, name);
    await page.screenshot({ path: info.outputPath(`${name}-sign-in.png`) });
    await page.goto('/password-reset');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, `${name}, a new password`);
    await context.close();
  }
});

/** Nothing more has been fetched for a while. Live events stay open, so that the network as such is never idle. */
async function atRest(page: Page): Promise<void> {
  const fetched = async () => page.evaluate(() => performance.getEntriesByType('resource').length);
  for (let before = -1, now = await fetched(); before !== now; now = await fetched()) {
    before = now;
    await page.waitForTimeout(500);
  }
}

/** Bytes of JavaScript as they came over the wire, without the editor, which loads on use. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  let bytes = 0;
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (!new URL(request.url()).pathname.endsWith('.js') || request.url().includes('rich-text-editor'))
      return;
    sizes.push(request.sizes().then((size) => void (bytes += size.responseBodySize)));
  });
  await page.goto(address);
  await atRest(page);
  await Promise.all(sizes);
  return bytes / 1000;
}

test('the pages stay light: sign-in within 125 kB of JavaScript, a one-on-one within 200', async ({
  browser,
  product,
}) => {
  const fresh = await browser.newContext({ baseURL: product.address });
  const signIn = await scriptBytes(await fresh.newPage(), '/sign-in');
  expect(signIn).toBeGreaterThan(50);
  expect(signIn).toBeLessThanOrEqual(125);
  await fresh.request.post('/api/session', {
    data: { email: 'eli@demo.example', password: 'duologue-demo' },
  });
  const { items } = (await (await fresh.request.get('/api/one-on-ones?state=approved')).json()) as Listed;
  const next = await browser.newContext({
    baseURL: product.address,
    storageState: await fresh.storageState(),
  });
  const oneOnOne = await scriptBytes(await next.newPage(), `/one-on-ones/${items[0]?.id}`);
  expect(oneOnOne).toBeGreaterThan(100);
  expect(oneOnOne).toBeLessThanOrEqual(200);
  await fresh.close();
  await next.close();
});
