import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Part {
  title: string;
  items: { kind: string; prompt: string }[];
}

const sections: Part[] = [
  {
    title: 'One',
    items: ['alpha', 'beta', 'gamma'].map((prompt) => ({ kind: 'question', prompt })),
  },
  { title: 'Two', items: [{ kind: 'mood', prompt: 'delta' }] },
  { title: 'Three', items: [] },
];

async function makeTemplate(page: Page, title: string): Promise<string> {
  const answer = await page.request.post('/api/templates', { data: { title, sections } });
  const { id }: { id: string } = await answer.json();
  return id;
}

/** What the server has: `One: alpha, beta | Two: delta`. */
async function stored(page: Page, id: string): Promise<string> {
  const template: { sections: Part[] } = await (await page.request.get(`/api/templates/${id}`)).json();
  return template.sections
    .map(({ title, items }) => `${title}: ${items.map(({ prompt }) => prompt).join(', ')}`)
    .join(' | ');
}

const expectStored = (page: Page, id: string, expected: string) =>
  expect.poll(async () => stored(page, id), { timeout: 10_000 }).toBe(expected);
const prompt = (page: Page, words: string) =>
  page.getByRole('row', { name: words }).getByRole('textbox').first();
const grip = (page: Page, words: string) => page.getByRole('button', { name: `Drag ${words}`, exact: true });
const saveState = (page: Page) => page.getByRole('main').getByRole('status').first();

async function chooseIn(page: Page, item: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Move or remove: ${item}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

async function drag(page: Page, from: Locator, to: Locator, below: number): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('Not on screen.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 4, start.y + start.height / 2 + 6, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2 + below, { steps: 12 });
  await page.mouse.up();
}

async function openEditor(page: Page, title: string): Promise<string> {
  const id = await makeTemplate(page, title);
  await page.goto(`/templates/${id}`);
  await expect(grip(page, 'alpha')).toBeVisible();
  return id;
}

test('a template is written where it stands, and nothing has to be saved', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  const id = await openEditor(maya, 'Written');
  await prompt(maya, 'beta').click();
  await maya.keyboard.press('Home');
  await maya.keyboard.type('not ');
  await maya.keyboard.press('Enter');
  await maya.keyboard.type('added');
  await expectStored(maya, id, 'One: alpha, not beta, added, gamma | Two: delta | Three: ');
  await maya.keyboard.press('Enter');
  await maya.keyboard.press('Backspace');
  await expect(prompt(maya, 'added')).toBeFocused();
  await chooseIn(maya, 'gamma', 'Remove');
  await expectStored(maya, id, 'One: alpha, not beta, added | Two: delta | Three: ');
  await maya.getByRole('button', { name: 'Undo' }).click();
  await expectStored(maya, id, 'One: alpha, not beta, added, gamma | Two: delta | Three: ');
});

test('items are put in order by menu, by keyboard and by drag, across sections too', async ({
  browserOf,
}) => {
  const maya = await browserOf('maya@demo.example');
  const id = await openEditor(maya, 'Ordered');
  await chooseIn(maya, 'gamma', 'Move down');
  await expectStored(maya, id, 'One: alpha, beta | Two: gamma, delta | Three: ');
  await expect(maya.getByRole('button', { name: 'Move or remove: gamma' })).toBeFocused();
  await chooseIn(maya, 'beta', 'Three');
  await expectStored(maya, id, 'One: alpha | Two: gamma, delta | Three: beta');

  await grip(maya, 'alpha').focus();
  await maya.keyboard.press('Enter');
  await expect(grip(maya, 'alpha')).not.toBeFocused();
  await maya.keyboard.press('Tab');
  await maya.keyboard.press('Enter');
  await expectStored(maya, id, 'One:  | Two: gamma, alpha, delta | Three: beta');

  await drag(maya, grip(maya, 'beta'), maya.getByRole('row', { name: 'gamma' }), -14);
  await expectStored(maya, id, 'One:  | Two: beta, gamma, alpha, delta | Three: ');
  await drag(maya, grip(maya, 'delta'), maya.getByText('Nothing to discuss here yet').first(), 0);
  await expectStored(maya, id, 'One: delta | Two: beta, gamma, alpha | Three: ');

  const outline = maya.getByRole('navigation', { name: 'Sections' });
  await drag(
    maya,
    outline.getByRole('button', { name: 'Drag Three' }),
    outline.getByRole('row', { name: 'One' }),
    -12,
  );
  await expectStored(maya, id, 'Three:  | One: delta | Two: beta, gamma, alpha');
});

test('what is typed without a network waits on the device, over a reload', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  const id = await openEditor(maya, 'Offline');
  await maya.context().setOffline(true);
  await prompt(maya, 'alpha').fill('typed in a tunnel');
  await expect(saveState(maya)).toContainText('Offline, kept on this device');
  await maya.context().setOffline(false);
  await maya.reload();
  await expect(prompt(maya, 'typed in a tunnel')).toBeVisible();
  await expectStored(maya, id, 'One: typed in a tunnel, beta, gamma | Two: delta | Three: ');
});

test('what was saved in another window is shown beside mine, and I choose', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  const id = await openEditor(maya, 'Two windows');
  const other = await maya.context().newPage();
  await other.goto(`/templates/${id}`);
  await prompt(other, 'beta').fill('from the other window');
  await expectStored(maya, id, 'One: alpha, from the other window, gamma | Two: delta | Three: ');
  await prompt(maya, 'alpha').fill('from this one');
  const mine = maya.getByRole('region', { name: 'What you wrote here' });
  const theirs = maya.getByRole('region', { name: 'What was saved elsewhere' });
  await expect(mine).toContainText('from this one');
  await expect(theirs).toContainText('from the other window');
  await maya.getByRole('button', { name: 'Take this' }).click();
  await expect(prompt(maya, 'from the other window')).toBeVisible();
  await maya.getByRole('button', { name: 'Undo' }).click();
  await expectStored(maya, id, 'One: from this one, beta, gamma | Two: delta | Three: ');
});

test('a template made on the way comes back with the employee still picked', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  await maya.goto('/new');
  await maya.getByRole('group', { name: 'With whom' }).getByText('Nina Berg').click();
  await maya.getByRole('link', { name: 'Make a template' }).click();
  await expect(maya.getByRole('heading', { level: 1 })).toHaveText('New template');
  await maya.getByLabel('Title').fill('Made on the way');
  await maya.getByRole('button', { name: 'Make the template' }).click();
  await maya.getByRole('button', { name: 'Use it with Nina Berg' }).click();
  await expect(maya.getByRole('radio', { name: 'Nina Berg' })).toBeChecked();
  await expect(maya.getByRole('radio', { name: /^Made on the way/ })).toBeChecked();
});

test('whoever manages no team finds no templates', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  const id = await makeTemplate(maya, 'Not for Eli');
  const eli = await browserOf('eli@demo.example');
  await expect(eli.getByRole('link', { name: 'Templates' })).toHaveCount(0);
  await eli.goto(`/templates/${id}`);
  await expect(eli.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
});
