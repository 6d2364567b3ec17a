import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { dialogOf, expect, test, writeInto } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: {} },
  { name: 'phone', options: phone },
];

interface Listed {
  items: { id: string; name: string; isOpen: boolean; employee: { name: string } }[];
}

interface Preparation {
  asked: { itemId: string; kind: string }[];
  version: number;
}

const json = async <Body>(page: Page, at: string): Promise<Body> =>
  (await page.request.get(at)).json() as Promise<Body>;

/** Sets up the standing one-on-one of Maya and Nina through the form; one that was open before is ended. */
async function setUp(maya: Page): Promise<string> {
  const { items } = await json<Listed>(maya, '/api/series?limit=200');
  for (const { id, isOpen, employee } of items) {
    if (isOpen && employee.name === 'Nina Berg') await maya.request.post(`/api/series/${id}/ending`);
  }
  const people = await json<Listed>(maya, '/api/managed-people');
  const nina = people.items.find(({ name }) => name === 'Nina Berg');
  await maya.goto(`/series/new?personId=${nina?.id}`);
  await maya.getByRole('button', { name: /Template$/ }).click();
  await maya.getByRole('option', { name: 'Weekly one-on-one' }).click();
  const tomorrow = new Intl.DateTimeFormat('en', { weekday: 'long' }).format(Date.now() + 86_400_000);
  await maya.getByRole('button', { name: /Day$/ }).click();
  await maya.getByRole('option', { name: tomorrow }).click();
  await maya.getByRole('button', { name: 'Set up', exact: true }).click();
  await expect(maya.getByRole('heading', { level: 1 })).toHaveText('Nina Berg');
  return new URL(maya.url()).pathname;
}

async function raise(page: Page, series: string, words: string): Promise<void> {
  await page.goto(series);
  const field = page.getByRole('textbox', { name: 'New talking point' });
  await field.fill(words);
  await field.press('Enter');
  await expect(page.getByRole('checkbox', { name: `Discussed: ${words}` })).toBeVisible();
}

async function sendUpdate(nina: Page, series: string): Promise<void> {
  const at = `/api${series}/preparation`;
  const { asked, version } = await json<Preparation>(nina, at);
  const mood = asked.find(({ kind }) => kind === 'mood');
  const text = { type: 'text', text: 'Nordlys is signed' };
  const update = { wentWell: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] } };
  const answers = { [mood?.itemId ?? '']: { value: 4 } };
  const written = await nina.request.put(at, { data: { update, answers, version } });
  const { version: now } = (await written.json()) as Preparation;
  await nina.request.post(`${at}/sending`, { data: { version: now } });
}

for (const { name, options } of looks) {
  test(`a meeting is prepared by both, led, ticked, ended, sent and approved, ${name}`, async ({
    browserOf,
  }, info) => {
    test.setTimeout(120_000);
    const maya = await browserOf('maya@demo.example', options);
    const nina = await browserOf('nina@demo.example', options);
    const series = await setUp(maya);
    const [quiet, prices] = [`Two quiet hours ${name}`, `The price list ${name}`];
    await raise(nina, series, quiet);
    await raise(maya, series, prices);
    await sendUpdate(nina, series);

    // The employee can't start it; the manager can, and comes back to it.
    await nina.goto(series);
    await expect(nina.getByRole('button', { name: 'Start the meeting' })).toHaveCount(0);
    await maya.goto(series);
    await maya.getByRole('button', { name: 'Start the meeting' }).click();
    await expect(dialogOf(maya)).toContainText('No meeting is planned for today');
    await expectAccessible(maya, `starting a meeting early, ${name}`);
    await maya.screenshot({ path: info.outputPath('early.png') });
    await dialogOf(maya).getByRole('button', { name: 'Hold that one now' }).click();
    await expect(maya.getByRole('heading', { level: 1 })).toHaveText('Meeting with Nina Berg');
    const record = new URL(maya.url()).pathname.replace(/\/run$/, '');
    await maya.goto(series);
    await maya.getByRole('link', { name: 'Back to the meeting' }).click();
    await expect(maya.getByText('Only you can read this draft').first()).toBeVisible();
    await expect(maya.getByText(/^0 of 30 min/)).toBeVisible();
    await nina.goto(`${record}/run`);
    await expect(nina.getByRole('heading', { level: 1 })).toHaveText('Nothing here');

    // One step after the other; what she sent stands there as hers.
    await expect(maya.getByText('Nina’s answer, before the meeting')).toBeVisible();
    await expectAccessible(maya, `the run view, ${name}`);
    await maya.screenshot({ path: info.outputPath('first-step.png') });
    const next = maya.getByRole('button', { name: 'Next', exact: true });
    await next.click();
    await expect(maya.getByRole('heading', { name: 'Since last time' })).toBeFocused();
    await maya.keyboard.press(']');
    await expect(maya.getByText('Nordlys is signed')).toBeVisible();
    await writeInto(maya, 'What happened since we met', 'Thank you for that');
    await next.click();

    // Hers first. A note is begun, and ticked while it is being written: both stay.
    await writeInto(maya, quiet, 'From nine to eleven');
    await maya.getByRole('checkbox', { name: `Discussed: ${quiet}` }).click();
    await expect(maya.getByRole('checkbox', { name: `Discussed: ${quiet}` })).toBeChecked();
    await expect(maya.getByText(/^Saved/).first()).toBeVisible();
    await next.click();
    await expect(maya.getByRole('checkbox', { name: `Discussed: ${prices}` })).not.toBeChecked();
    await maya.getByRole('button', { name: 'Hide the clock' }).click();
    await expect(maya.getByText(/of 30 min/)).toHaveCount(0);
    await maya.getByRole('button', { name: 'Show the clock' }).click();
    await maya.reload();
    await expect(maya.getByRole('checkbox', { name: `Discussed: ${prices}` })).toBeVisible();
    await maya.getByLabel('New action item').fill('Send the new list');
    await maya.getByLabel('New action item').press('Enter');
    await expect(maya.getByText('Send the new list')).toBeVisible();
    await maya.screenshot({ path: info.outputPath('a-point.png') });

    // Ended: what is left, and what becomes of the record.
    await maya.getByRole('button', { name: 'End the meeting' }).click();
    await expect(maya.getByRole('heading', { name: 'Next steps' })).toBeFocused();
    await expect(maya.getByText('One point stays for next time')).toBeVisible();
    await expect(maya.getByText(/of 30 min/)).toHaveCount(0);
    await expectAccessible(maya, `after the meeting, ${name}`);
    await maya.screenshot({ path: info.outputPath('next-steps.png'), fullPage: true });
    await maya.getByRole('button', { name: 'Share and send for approval' }).click();
    await dialogOf(maya).getByRole('button', { name: 'Share and send' }).click();
    await expect(maya).toHaveURL(new RegExp(`${record}$`));

    // She reads it without controls, sees her own words as hers, and approves it; the other point is still open.
    await nina.goto(record);
    await expect(nina.getByText('Your update, before the meeting')).toBeVisible();
    await expect(nina.getByText('From nine to eleven')).toBeVisible();
    await expect(nina.getByText('Discussed')).toHaveCount(1);
    await expect(nina.getByRole('checkbox', { name: /^Discussed/ })).toHaveCount(0);
    await expectAccessible(nina, `the record of a meeting, ${name}`);
    await nina.screenshot({ path: info.outputPath('record.png'), fullPage: true });
    await nina.goto(`${record}/run`);
    await expect(nina).toHaveURL(new RegExp(`${record}$`));
    await nina.getByRole('button', { name: 'Approve', exact: true }).click();
    await dialogOf(nina).getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(nina.getByText(/v3:/).first()).toBeAttached();
    await nina.goto(series);
    await expect(nina.getByRole('checkbox', { name: `Discussed: ${prices}` })).toBeVisible();
    await expect(nina.getByRole('checkbox', { name: `Discussed: ${quiet}` })).toHaveCount(0);
  });
}
