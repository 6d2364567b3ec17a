import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: {} },
  { name: 'phone', options: phone },
];

interface Listed {
  items: { id: string; name?: string; employee?: { name: string } }[];
}

async function firstOf(
  page: Page,
  path: string,
  isIt: (item: Listed['items'][number]) => boolean,
): Promise<string> {
  const { items } = (await (await page.request.get(path)).json()) as Listed;
  return items.find(isIt)?.id ?? '';
}

/** A number of Nina's of its own, whose target for the week is hit today. */
async function hitATarget(admin: Page, maya: Page, name: string): Promise<void> {
  const today = new Intl.DateTimeFormat('sv').format(new Date());
  const kpi = { name, unit: 'number', direction: 'higher', aggregation: 'sum' };
  const defined = await admin.request.post('/api/kpis', { data: kpi });
  expect(defined.status()).toBe(201);
  const { id: kpiId } = (await defined.json()) as { id: string };
  const personId = await firstOf(maya, '/api/managed-people', (one) => one.name === 'Nina Berg');
  const target = { kpiId, personId, period: 'week', value: 10, from: '2026-01-01' };
  expect((await maya.request.post('/api/targets', { data: target })).status()).toBe(201);
  const readings = [{ kpiId, personId, on: today, value: 12 }];
  expect((await admin.request.post('/api/kpi-readings', { data: { readings } })).status()).toBe(200);
}

for (const { name, options } of looks) {
  test(`what the numbers say becomes a point on the agenda of both, ${name}`, async ({ browserOf }) => {
    test.setTimeout(90_000);
    const admin = await browserOf('admin@demo.example');
    const maya = await browserOf('maya@demo.example', options);
    const nina = await browserOf('nina@demo.example', options);
    const kpi = `Demos held, ${name}`;
    await hitATarget(admin, maya, kpi);
    const id = await firstOf(maya, '/api/series', ({ employee }) => employee?.name === 'Nina Berg');
    const at = `/series/${id}`;
    const said = new RegExp(`^Add to the agenda: ${kpi} hit the target of 10 for the week of`);

    await maya.goto(at);
    await expect(maya.getByRole('heading', { name: 'What the numbers say' })).toBeVisible();
    const standing = maya.getByRole('list', { name: 'Against the targets of this month' });
    await expect(standing.getByRole('listitem').filter({ hasText: 'Revenue' })).toHaveText(
      /On track|At risk|Behind/,
    );
    const add = maya.getByRole('button', { name: said });
    await add.scrollIntoViewIfNeeded();
    await expectAccessible(maya, `what the numbers say, ${name}`);
    await add.click();
    await expect(
      maya.getByRole('button', { name: new RegExp(`take it off again: ${kpi} hit`) }),
    ).toBeVisible();
    const agenda = maya.locator('#agenda');
    await expect(agenda.getByText(`${kpi} hit the target of 10`)).toBeVisible();

    // The employee reads the same, on the agenda and beside it.
    await nina.goto(`${at}/prep`);
    const step = nina
      .locator('section')
      .filter({ has: nina.getByRole('heading', { name: 'What the numbers say' }) });
    const row = step.getByRole('listitem').filter({ hasText: `${kpi} hit the target of 10` });
    await expect(row.getByText('On the agenda')).toBeVisible();
    await expectAccessible(nina, `preparing with numbers, ${name}`);
    await nina.goto(at);
    await expect(nina.locator('#agenda').getByText(`${kpi} hit the target of 10`)).toBeVisible();
  });
}

test('what the numbers say becomes a number in the record, that both see', async ({ browserOf }) => {
  const admin = await browserOf('admin@demo.example');
  const maya = await browserOf('maya@demo.example');
  const nina = await browserOf('nina@demo.example');
  const kpi = 'Demos held, record';
  await hitATarget(admin, maya, kpi);
  const employeeId = await firstOf(maya, '/api/managed-people', (one) => one.name === 'Nina Berg');
  const sections = [{ title: 'How it goes', items: [] }];
  const template = await maya.request.post('/api/templates', { data: { title: 'How it goes', sections } });
  const { id: templateId } = (await template.json()) as { id: string };
  const made = await maya.request.post('/api/one-on-ones', { data: { employeeId, templateId } });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };

  await maya.goto(`/one-on-ones/${id}`);
  const said = new RegExp(`^Add to the record: ${kpi} hit the target of 10 for the week of`);
  await maya.getByRole('button', { name: said }).click();
  await expect(maya.getByText('Added to “How it goes”.')).toBeVisible();
  await expect(
    maya
      .getByRole('listitem')
      .filter({ hasText: `${kpi} hit the target` })
      .getByText('In the record'),
  ).toBeVisible();
  // What was announced of the button that is gone goes with it.
  await maya.reload();
  await expect(maya.getByText('In the record').first()).toBeVisible();
  await expectAccessible(maya, 'a record with what the numbers said');

  expect((await maya.request.post(`/api/one-on-ones/${id}/sharing`)).status()).toBe(200);
  await nina.goto(`/one-on-ones/${id}`);
  const item = nina.locator('[data-item]', { hasText: `${kpi} hit the target of 10` });
  await expect(item.locator('strong').first()).toHaveText('12');
  await expect(nina.getByRole('button', { name: /^Add to the record/ })).toHaveCount(0);
});

test('a number that lags is raised as a blocker with what it says, in one click', async ({ browserOf }) => {
  const admin = await browserOf('admin@demo.example');
  const maya = await browserOf('maya@demo.example');
  const today = new Intl.DateTimeFormat('sv').format(new Date());
  const kpi = { name: 'Visits made', unit: 'number', direction: 'higher', aggregation: 'average' };
  const { id: kpiId } = (await (await admin.request.post('/api/kpis', { data: kpi })).json()) as {
    id: string;
  };
  const personId = await firstOf(maya, '/api/managed-people', (one) => one.name === 'Nina Berg');
  const target = { kpiId, personId, period: 'month', value: 10, from: '2026-01-01' };
  expect((await maya.request.post('/api/targets', { data: target })).status()).toBe(201);
  const readings = [{ kpiId, personId, on: today, value: 4 }];
  expect((await admin.request.post('/api/kpi-readings', { data: { readings } })).status()).toBe(200);
  const id = await firstOf(maya, '/api/series', ({ employee }) => employee?.name === 'Nina Berg');
  await maya.goto(`/series/${id}/prep`);
  // Beside how it stands, or, once half of the month is over, where a signal says it.
  await maya.getByRole('button', { name: /^Raise as a blocker: Visits made / }).click();
  await expect(maya.getByText('On the agenda.', { exact: true })).toBeVisible();
  await maya.goto(`/series/${id}`);
  const agenda = maya.locator('#agenda');
  await expect(agenda.getByText(/^Visits made .*\b4\b.*\b10\b/)).toBeVisible();
  await expect(agenda.getByText('Blocker').first()).toBeVisible();
});
