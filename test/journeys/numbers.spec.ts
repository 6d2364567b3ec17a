import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; options: BrowserContextOptions; target: string; words: string }[] = [
  { name: 'desktop', options: {}, target: '41.5', words: '41.5 %' },
  { name: 'phone', options: phone, target: '43,5', words: '43.5 %' },
];

/** What was said last stands in a dialog of another kind. */
const formOf = (page: Page) => page.getByRole('dialog');

interface Listed {
  items: { id: string; name: string }[];
}

async function idOf(page: Page, address: string, name: string): Promise<string> {
  const { items } = (await (await page.request.get(address)).json()) as Listed;
  return items.find((one) => one.name === name)?.id ?? '';
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await formOf(page).getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

for (const { name, options, target, words } of looks) {
  test(`a target that the manager sets is what the employee sees, ${name}`, async ({ browserOf }) => {
    test.setTimeout(90_000);
    const maya = await browserOf('maya@demo.example', options);
    const eli = await browserOf('eli@demo.example', options);
    const eliId = await idOf(maya, '/api/managed-people', 'Eli Larsen');

    await maya.goto(`/numbers/${eliId}`);
    await maya.getByRole('button', { name: 'Set a target' }).click();
    await choose(maya, 'KPI', 'Conversion');
    await formOf(maya)
      .getByLabel(/^Target/)
      .fill(target);
    await expect(formOf(maya).getByText(`That is ${words}.`)).toBeVisible();
    await expectAccessible(maya, 'the form of a target');
    await formOf(maya).getByRole('button', { name: 'Set target' }).click();
    await expect(formOf(maya)).toBeHidden();
    const hers = maya.getByRole('listitem').filter({ has: maya.getByRole('link', { name: 'Conversion' }) });
    await expect(hers).toContainText(`of ${words}`);

    await eli.goto('/numbers');
    await expect(eli.getByRole('heading', { level: 1 })).toHaveText('My numbers');
    const his = eli.getByRole('listitem').filter({ has: eli.getByRole('link', { name: 'Conversion' }) });
    await expect(his).toContainText(`of ${words}`);
    expect(await his.locator('strong').innerText()).toBe(await hers.locator('strong').innerText());
    // Nobody sets their own.
    await expect(eli.getByRole('button', { name: 'Set a target' })).toHaveCount(0);
    await expect(eli.getByRole('button', { name: 'Enter a reading' })).toHaveCount(0);

    await his.getByRole('link', { name: 'Conversion' }).click();
    await expect(eli.getByRole('heading', { level: 1 })).toHaveText('Conversion');
    await expect(eli.getByRole('list', { name: 'Targets' })).toContainText(`${words} each month`);
    const periods = eli.getByRole('slider', { name: 'Conversion by month' });
    await periods.focus();
    const now = await periods.getAttribute('aria-valuetext');
    expect(now).toContain(`target ${words}`);
    await eli.keyboard.press('ArrowLeft');
    await expect(periods).not.toHaveAttribute('aria-valuetext', now ?? '');
    await expectAccessible(eli, 'a KPI in detail');
  });
}

test('a reading by hand says what it replaces, and can be undone', async ({ browserOf }) => {
  test.setTimeout(90_000);
  const maya = await browserOf('maya@demo.example');
  const eliId = await idOf(maya, '/api/managed-people', 'Eli Larsen');
  const kpiId = await idOf(maya, '/api/kpis', 'Revenue');
  await maya.goto(`/numbers/${eliId}/${kpiId}`);
  const enter = async (value: string) => {
    await maya.getByRole('button', { name: 'Enter a reading' }).click();
    await formOf(maya).getByLabel('Value').fill(value);
    await formOf(maya).getByRole('button', { name: 'Save' }).click();
    await expect(formOf(maya)).toBeHidden();
  };
  await enter('1,111');
  await expect(maya.getByText('1,111', { exact: false }).first()).toBeVisible();
  await enter('2222');
  await expect(maya.getByText(/2,222.* in place of .*1,111/)).toBeVisible();
  await maya.getByRole('button', { name: 'Undo' }).first().click();
  const readings = async () => {
    const answer = await maya.request.get(`/api/people/${eliId}/numbers/${kpiId}?period=day`);
    return ((await answer.json()) as { readings: { value: number }[] }).readings.at(-1)?.value;
  };
  await expect.poll(readings).toBe(1111);
});

test('a bar that is tapped says its value, and a reading is corrected where it stands', async ({
  browserOf,
}) => {
  test.setTimeout(90_000);
  const maya = await browserOf('maya@demo.example', phone);
  const ninaId = await idOf(maya, '/api/managed-people', 'Nina Berg');
  const kpiId = await idOf(maya, '/api/kpis', 'Satisfaction');
  await maya.goto(`/numbers/${ninaId}/${kpiId}`);
  const chart = maya.getByRole('slider', { name: 'Satisfaction by month' });
  const box = await chart.boundingBox();
  await chart.tap({ position: { x: (box?.width ?? 0) * 0.3, y: 40 } });
  const periods = Number(await chart.getAttribute('aria-valuemax'));
  await expect(chart).toHaveAttribute('aria-valuenow', String(Math.floor(periods * 0.3) + 1));

  const first = maya.getByRole('button', { name: /^Correct the reading of/ }).first();
  await first.click();
  await formOf(maya)
    .getByLabel(/^Value/)
    .fill('3.3');
  await formOf(maya).getByRole('button', { name: 'Save' }).click();
  await expect(maya.getByText(/Satisfaction: 3\.3 .* in place of/)).toBeVisible();
  await expect(first).toHaveText('3.3');
});

test('a KPI that was archived keeps its readings, and offers nothing that would be refused', async ({
  browserOf,
}) => {
  const admin = await browserOf('admin@demo.example');
  const maya = await browserOf('maya@demo.example');
  const personId = await idOf(maya, '/api/managed-people', 'Eli Larsen');
  const definition = { name: 'Letters sent', unit: 'number', direction: 'higher', aggregation: 'sum' };
  const kpi = (await (
    await admin.request.post('/api/kpis', { data: definition })
  ).json()) as Listed['items'][0];
  const on = new Intl.DateTimeFormat('sv').format(new Date());
  await maya.request.post('/api/kpi-readings', {
    data: { readings: [{ kpiId: kpi.id, personId, on, value: 7 }] },
  });
  await maya.goto(`/numbers/${personId}/${kpi.id}`);
  await expect(maya.getByRole('button', { name: /^Correct the reading of/ })).toHaveText('7');

  await admin.goto('/kpis');
  await admin.getByRole('button', { name: 'Change Letters sent' }).click();
  await admin.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(admin.getByText('“Letters sent” is archived')).toBeVisible();
  await maya.reload();
  await expect(maya.getByText('Archived: it takes no readings or targets any more')).toBeVisible();
  await expect(maya.getByText('7', { exact: true }).first()).toBeVisible();
  await expect(
    maya.getByRole('button', { name: /^Correct|^Remove|Enter a reading|Set a target/ }),
  ).toHaveCount(0);
});

test('a manager sees all of their people, in the order that was asked for', async ({ browserOf }) => {
  test.setTimeout(60_000);
  const maya = await browserOf('maya@demo.example');
  await maya.goto('/numbers');
  await expect(maya.getByRole('heading', { level: 1 })).toHaveText('Numbers');
  const people = maya.getByRole('region', { name: 'Numbers of the team' }).getByRole('rowheader');
  const byName = await people.allInnerTexts();
  expect(byName.length).toBeGreaterThan(1);
  await maya.getByRole('button', { name: 'Person' }).click();
  await expect.poll(async () => people.allInnerTexts()).toEqual(byName.toReversed());
  await expect(maya.getByRole('columnheader', { name: 'Person' })).toHaveAttribute('aria-sort', 'descending');
  // The address keeps it.
  await maya.reload();
  await expect.poll(async () => people.allInnerTexts()).toEqual(byName.toReversed());
  await maya.getByRole('radio', { name: 'Mine' }).click({ force: true });
  await expect(maya.getByRole('heading', { level: 1 })).toHaveText('My numbers');
});
