import type { Page } from '@playwright/test';
import { expectAccessible, faultsOf } from './accessible.ts';
import { expect, test } from './fixtures.ts';

// Nothing here builds on another: both workers share them.
test.describe.configure({ mode: 'parallel' });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** What a page is opened on, and the looks that it then takes on without being loaded again. */
const devices = [
  { name: 'desktop', options: {}, looks: ['light', 'dark'] },
  { name: 'phone', options: phone, looks: ['light'] },
] as const;

interface Listed {
  items: { id: string; title: string; state: string; yourTurn: boolean }[];
}

/** Every page that a person can open, by what it shows. */
async function pagesOf(page: Page, email: string): Promise<[name: string, address: string][]> {
  const { items } = (await (await page.request.get('/api/one-on-ones?limit=100')).json()) as Listed;
  const records = ['draft', 'active', 'pending_approval', 'approved'].flatMap((state): [string, string][] => {
    const record = items.find((item) => item.state === state);
    return record === undefined ? [] : [[`one-on-one ${state}`, `/one-on-ones/${record.id}`]];
  });
  const review = items.find(({ title }) => title === 'Sales review');
  const series = (await (await page.request.get('/api/series?limit=1')).json()) as Listed;
  const common: [string, string][] = [
    ['meetings', '/series'],
    ...series.items.flatMap(({ id }): [string, string][] => [
      ['series', `/series/${id}`],
      ['prepare', `/series/${id}/prep`],
    ]),
    ['needs me', '/'],
    ['one-on-ones', '/one-on-ones'],
    ['action items', '/action-items'],
    ['numbers', '/numbers'],
    ...(await numbersPages(page)),
    ['write something down', '/capture'],
    ['inbox', '/inbox'],
    ['help', '/help'],
    ['account', '/account'],
    ['recoveries', '/recoveries'],
    ['address change', '/address-change'],
    ['nothing here', '/nothing-here'],
    ...records,
    ...(review === undefined ? [] : [['review', `/one-on-ones/${review.id}`] as [string, string]]),
  ];
  if (email.startsWith('maya')) {
    const draft = items.find(({ state }) => state === 'draft');
    common.push(['meeting', `/one-on-ones/${draft?.id}/run`]);
    return [...common, ['new', '/new'], ['set up meetings', '/series/new'], ...(await templatePages(page))];
  }
  if (!email.startsWith('admin')) return common;
  const { items: people } = (await (await page.request.get('/api/people')).json()) as Listed;
  const { items: teams } = (await (await page.request.get('/api/teams')).json()) as Listed;
  return [
    ['people', '/people'],
    ['person', `/people/${people[0]?.id}`],
    ['import', '/people/import'],
    ['teams', '/teams'],
    ['kpis', '/kpis'],
    ['import of readings', '/kpis/import'],
    ['access tokens', '/kpis/access'],
    ['team', `/teams/${teams[0]?.id}`],
    ['one-on-ones of somebody without a team', '/one-on-ones'],
  ];
}

/** Of somebody whose numbers the person sees: somebody they manage, else themself. */
async function numbersPages(page: Page): Promise<[string, string][]> {
  const me = (await (await page.request.get('/api/me')).json()) as { person: { id: string } };
  const managed = (await (await page.request.get('/api/managed-people')).json()) as Listed;
  const personId = managed.items[0]?.id ?? me.person.id;
  const numbers = await page.request.get(`/api/people/${personId}/numbers`);
  const { items } = (await numbers.json()) as { items: { kpi: { id: string } }[] };
  return [
    ['numbers of a person', `/numbers/${personId}`],
    ...items
      .slice(0, 1)
      .map(({ kpi }): [string, string] => ['number in detail', `/numbers/${personId}/${kpi.id}`]),
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

for (const { name: device, options, looks } of devices) {
  for (const email of ['maya@demo.example', 'eli@demo.example', 'admin@demo.example']) {
    const who = email.split('@')[0];
    test(`every page of ${who} is accessible and fits, ${device}, ${looks.join(' and ')}`, async ({
      browserOf,
    }, info) => {
      test.setTimeout(180_000);
      const page = await browserOf(email, options);
      for (const [name, address] of await pagesOf(page, email)) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await atRest(page, 250);
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        for (const colorScheme of looks) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page, `${name}, ${colorScheme}`);
          const file = `${device}-${colorScheme}-${who}-${name.replaceAll(' ', '-')}.png`;
          await page.screenshot({ path: info.outputPath(file), fullPage: true });
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('the sign-in page is accessible in every look', async ({ browser, product }, info) => {
  for (const { name: device, options, looks } of devices) {
    const context = await browser.newContext({ baseURL: product.address, ...options });
    const page = await context.newPage();
    for (const address of ['sign-in', 'password-reset']) {
      await page.goto(`/${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const colorScheme of looks) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${address}, ${device}, ${colorScheme}`);
        await page.screenshot({ path: info.outputPath(`${device}-${colorScheme}-${address}.png`) });
      }
    }
    await context.close();
  }
});

test('what looks for faults finds those that are planted, in the dark too', async ({ browser, product }) => {
  const page = await browser.newPage({ baseURL: product.address });
  await page.goto('/sign-in');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await heading.evaluate((element) => {
    element.style.color = 'light-dark(black, #333)';
    element.append(document.createElement('img'));
  });
  const ids = (await faultsOf(page)).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(['color-contrast', 'image-alt']);
  await page.close();
});

/** Nothing more has been fetched for a while. Live events stay open, so that the network as such is never idle. */
async function atRest(page: Page, quiet = 500): Promise<void> {
  const fetched = async () => page.evaluate(() => performance.getEntriesByType('resource').length);
  for (let before = -1, now = await fetched(); before !== now; now = await fetched()) {
    before = now;
    await page.waitForTimeout(quiet);
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
  const withNumbers = items.find(({ title }) => title === 'Sales review');
  for (const record of [items[0], withNumbers]) {
    const next = await browser.newContext({
      baseURL: product.address,
      storageState: await fresh.storageState(),
    });
    const oneOnOne = await scriptBytes(await next.newPage(), `/one-on-ones/${record?.id}`);
    expect(oneOnOne).toBeGreaterThan(100);
    expect(oneOnOne, record?.title).toBeLessThanOrEqual(200);
    await next.close();
  }
  await fresh.close();
});
