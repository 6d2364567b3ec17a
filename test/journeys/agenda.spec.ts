import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { dialogOf, expect, test } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: {} },
  { name: 'phone', options: phone },
];

interface Listed {
  items: { id: string; name: string; isOpen: boolean; employee: { name: string } }[];
}

/** The open series of Omar and Tom; one is set up where there is none. */
async function seriesOf(omar: Page): Promise<string> {
  const { items } = (await (await omar.request.get('/api/series')).json()) as Listed;
  const known = items.find((series) => series.isOpen && series.employee.name === 'Tom Okafor');
  if (known !== undefined) return known.id;
  const people = (await (await omar.request.get('/api/managed-people')).json()) as Listed;
  const tom = people.items.find(({ name }) => name === 'Tom Okafor');
  const startsOn = new Date().toISOString().slice(0, 10);
  const rule = { cadence: 'weekly', every: 1, weekday: 3, at: '10:00', timeZone: 'Europe/Berlin', startsOn };
  const created = await omar.request.post('/api/series', { data: { employeeIds: [tom?.id], rule } });
  return ((await created.json()) as Listed).items[0]?.id ?? '';
}

interface Head {
  objective: string;
}

const newPoint = (page: Page) => page.getByRole('textbox', { name: 'New talking point' });
const tick = (page: Page, words: string) => page.getByRole('checkbox', { name: `Discussed: ${words}` });

async function fromMenu(page: Page, words: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More about “${words}”` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

for (const { name, options } of looks) {
  test(`both bring points, one keeps one to oneself, and what was said of one is read by both, ${name}`, async ({
    browserOf,
  }) => {
    test.setTimeout(90_000);
    const omar = await browserOf('omar@demo.example', options);
    const tom = await browserOf('tom@demo.example', options);
    const at = `/series/${await seriesOf(omar)}#agenda`;
    const [first, second, secret] = [`Fair ${name}`, `Budget ${name}`, `Lead role ${name}`];

    // One after the other: the focus stays where the next is written.
    await tom.goto(at);
    await newPoint(tom).fill(first);
    await newPoint(tom).press('Enter');
    await expect(newPoint(tom)).toBeFocused();
    await tom.keyboard.type(second);
    await tom.keyboard.press('Enter');
    await expect(tick(tom, second)).toBeVisible();
    await tom.getByRole('switch', { name: 'Only me' }).press('Space');
    await newPoint(tom).fill(secret);
    await newPoint(tom).press('Enter');
    await expect(tom.getByRole('button', { name: `More about “${secret}”` })).toBeVisible();

    // The manager sees the two, says what the meeting is for, and puts them in order.
    await omar.goto(at);
    await expect(tick(omar, first)).toBeVisible();
    await expect(omar.getByText(secret)).toHaveCount(0);
    const objective = omar.getByRole('textbox', { name: 'Objective of the next meeting' });
    await objective.fill(`Plan the spring ${name}`);
    await expect(omar.getByText(/^Saved/)).toBeVisible();
    await fromMenu(omar, second, 'Move up');
    await expect(omar.getByRole('button', { name: `More about “${second}”` })).toBeFocused();
    const words = omar.getByRole('checkbox', { name: /^Discussed: / });
    const order = async () =>
      words.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
    await expect
      .poll(async () => (await order()).indexOf(`Discussed: ${second}`))
      .toBe((await order()).indexOf(`Discussed: ${first}`) - 1);

    // Ticked off, with what they decided; the other finds it under what was discussed.
    await tick(omar, second).click();
    await omar.getByText('Decision', { exact: true }).click();
    const outcome = omar.getByRole('textbox', { name: 'What you decided' });
    await outcome.click();
    await omar.keyboard.type(`Ask for ten percent ${name}`);
    await omar.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(tick(omar, second)).toHaveCount(0);
    await tom.reload();
    await expect(tom.getByRole('textbox', { name: 'Objective of the next meeting' })).toHaveValue(
      `Plan the spring ${name}`,
    );
    await expect(tick(tom, second)).toHaveCount(0);
    await tom.getByText('Discussed', { exact: true }).click();
    await expect(tom.getByText(`Ask for ten percent ${name}`)).toBeVisible();

    // Put on the agenda after all; the note on it stays their own.
    await fromMenu(tom, secret, 'Private note');
    await expect(tom.locator('[contenteditable="true"]')).toBeFocused();
    await tom.keyboard.type(`Stay calm ${name}`);
    await tom.getByRole('button', { name: 'Save', exact: true }).click();
    const row = tom.getByRole('row', { name: secret });
    await expect(row.getByText('with a private note')).toBeVisible();
    // Shown at once; the other finds it when it is written.
    const written = tom.waitForResponse(
      (answer) => answer.url().includes('/api/talking-points/') && answer.request().method() !== 'GET',
    );
    await row.getByRole('button', { name: 'Put on the agenda' }).click();
    await expect(tick(tom, secret)).toBeVisible();
    await written;
    await omar.reload();
    await expect(tick(omar, secret)).toBeVisible();
    await fromMenu(omar, secret, 'Private note');
    await expect(omar.getByText('Only you can read this, for ever.')).toBeVisible();
    await expect(omar.getByText('Stay calm')).toHaveCount(0);

    // Both find it ready: agreed.
    await tom.getByRole('button', { name: 'Mark as ready' }).click();
    await omar.getByRole('button', { name: 'Mark as ready' }).click();
    // An open page looks by itself what the other does.
    await expect(omar.getByText(/Agreed: Tom/)).toBeVisible({ timeout: 15_000 });
    await omar.getByRole('button', { name: 'Ready for me' }).click();
    await tom.getByRole('button', { name: 'Ready for me' }).click();

    // Dropped, and taken back.
    await fromMenu(tom, first, 'Drop it');
    await expect(tick(tom, first)).toHaveCount(0);
    await tom.getByRole('button', { name: 'Undo' }).click();
    await expect(tick(tom, first)).toBeVisible();
    await expectAccessible(tom, `the agenda, ${name}`);
  });

  test(`something is written down from everywhere, without a connection too, ${name}`, async ({
    browserOf,
  }) => {
    const omar = await browserOf('omar@demo.example', options);
    const at = `/series/${await seriesOf(omar)}#agenda`;
    const open = async () => {
      if (name === 'phone') await omar.getByRole('button', { name: 'Add', exact: true }).click();
      else await omar.keyboard.press('c');
      await expect(omar.getByLabel('What do you want to remember?')).toBeFocused();
    };
    await open();
    await dialogOf(omar).getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialogOf(omar).getByText('Write something first.')).toBeVisible();
    await expectAccessible(omar, `writing down, ${name}`);
    await omar.keyboard.press('Escape');
    await expect(dialogOf(omar)).toHaveCount(0);

    await omar.context().setOffline(true);
    await open();
    await omar.keyboard.type(`Praise Tom ${name}`);
    await omar.getByText('Win', { exact: true }).click();
    await omar.getByRole('button', { name: /For the one-on-one with/ }).click();
    await omar.getByRole('option', { name: 'Tom Okafor' }).click();
    await omar.getByLabel('What do you want to remember?').press('Enter');
    await expect(omar.getByText('It is sent when the connection is back.').first()).toBeVisible();
    await omar.context().setOffline(false);
    await expect(omar.getByText('What you wrote down is sent.')).toBeVisible();
    await omar.goto(at);
    const row = omar.getByRole('row', { name: `Praise Tom ${name}` });
    await expect(row.getByText('Only you')).toBeVisible();
    await expect(row.getByText('Win')).toBeVisible();
  });
}

test('what another application shares stands in no address, and nowhere until it is added', async ({
  browserOf,
}) => {
  const omar = await browserOf('omar@demo.example', phone);
  await seriesOf(omar);
  await omar.goto('/capture?title=An+article&text=Read+this+slowly&url=https%3A%2F%2Fexample.org%2Fa');
  const field = omar.getByLabel('What do you want to remember?');
  await expect(field).toHaveValue('An article\nRead this slowly\nhttps://example.org/a');
  expect(new URL(omar.url()).search).toBe('');
  const kept = await omar.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).not.toContain('slowly');
  await omar.getByRole('button', { name: 'Add', exact: true }).first().click();
  const manifest = await omar.request.get('/manifest.webmanifest');
  expect(manifest.headers()['content-type']).toContain('application/manifest+json');
  expect(await manifest.json()).toMatchObject({ share_target: { action: '/capture', method: 'GET' } });
});

test("what is written on one pair's page goes to that pair, also when one comes to it from another's", async ({
  browserOf,
}) => {
  const omar = await browserOf('omar@demo.example');
  const withTom = `/series/${await seriesOf(omar)}`;
  const { items } = (await (await omar.request.get('/api/series')).json()) as Listed;
  const other = items.find(({ isOpen, employee }) => isOpen && employee.name !== 'Tom Okafor');
  if (other === undefined) throw new Error('Omar meets nobody else.');
  const objective = omar.getByRole('textbox', { name: 'Objective of the next meeting' });
  const aside = omar.getByRole('navigation', { name: 'Main' });
  const goTo = async (name: string) => {
    await aside.getByRole('link', { name: new RegExp(name) }).click();
    await expect(omar.getByRole('heading', { level: 1 })).toHaveText(name);
  };

  await omar.goto(withTom);
  await objective.fill('For Tom');
  await expect(omar.getByText(/^Saved/)).toBeVisible();
  await goTo(other.employee.name);
  await expect(objective).not.toHaveValue('For Tom');
  // Both agendas are known by now: nothing has to load.
  await goTo('Tom Okafor');
  await expect(objective).toHaveValue('For Tom');
  await objective.fill('For Tom alone');
  await expect(omar.getByText(/^Saved/)).toBeVisible();
  const kept = async (at: string) => (await (await omar.request.get(`/api${at}/agenda`)).json()) as Head;
  expect((await kept(`/series/${other.id}`)).objective).not.toBe('For Tom alone');
  expect((await kept(withTom)).objective).toBe('For Tom alone');
});
