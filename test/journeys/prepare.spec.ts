import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test, writeInto } from './fixtures.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: {} },
  { name: 'phone', options: phone },
];

interface Listed {
  items: { id: string; employee: { name: string } }[];
}

/** Maya's series with Nina, with nothing written for the next meeting. */
async function seriesOf(nina: Page): Promise<string> {
  const { items } = (await (await nina.request.get('/api/series')).json()) as Listed;
  const id = items.find(({ employee }) => employee.name === 'Nina Berg')?.id ?? '';
  const at = `/api/series/${id}/preparation`;
  await nina.request.delete(`${at}/sending`);
  const { version } = (await (await nina.request.get(at)).json()) as { version: number };
  const written = await nina.request.put(at, { data: { update: {}, answers: {}, version } });
  expect(written.status()).toBe(200);
  return id;
}

const update = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: /update$/ }) });
const saved = async (page: Page) => expect(page.getByText(/^Saved/).last()).toBeVisible();

for (const { name, options } of looks) {
  test(`the employee’s update is theirs alone until they send it, ${name}`, async ({ browserOf }) => {
    test.setTimeout(90_000);
    const nina = await browserOf('nina@demo.example', options);
    const maya = await browserOf('maya@demo.example', options);
    const at = `/series/${await seriesOf(nina)}`;

    await nina.goto(at);
    await expect(nina.getByText('Only you can read this until you send it.')).toBeVisible();
    await writeInto(nina, 'What went well', `Brandt signed, ${name}`);
    await nina.getByRole('radio', { name: 'Good' }).check({ force: true });
    await saved(nina);
    await nina.reload();
    await expect(update(nina).getByText(`Brandt signed, ${name}`)).toBeVisible();
    await expect(nina.getByRole('radio', { name: 'Good' })).toBeChecked();
    await expectAccessible(nina, `an update being written, ${name}`);

    // Not that something was begun, either.
    await maya.goto(at);
    await expect(maya.getByText('Nina has not sent an update yet.')).toBeVisible();
    await expect(maya.getByText(`Brandt signed, ${name}`)).toBeHidden();

    await nina.getByRole('button', { name: 'Send to Maya' }).click();
    await expect(nina.getByRole('button', { name: 'Take back to go on writing' })).toBeVisible();
    await maya.reload();
    await expect(update(maya).getByText(`Brandt signed, ${name}`)).toBeVisible();
    await expect(update(maya).getByRole('img', { name: /^Good/ })).toBeVisible();

    await nina.getByRole('button', { name: 'Take back to go on writing' }).click();
    await expect(nina.getByRole('button', { name: 'Send to Maya' })).toBeVisible();
    await maya.reload();
    await expect(maya.getByText('Nina has not sent an update yet.')).toBeVisible();
  });

  test(`each prepares on one page, and the other sees what came of it, ${name}`, async ({ browserOf }) => {
    test.setTimeout(90_000);
    const nina = await browserOf('nina@demo.example', options);
    const maya = await browserOf('maya@demo.example', options);
    const at = `/series/${await seriesOf(nina)}`;
    const promise = 'Mark the changes in Nina’s offers';

    await maya.goto(at);
    await maya.getByRole('link', { name: 'Prepare' }).click();
    await expect(maya.getByRole('heading', { name: 'Prepare', level: 1 })).toBeVisible();
    await maya.getByRole('button', { name: `Add to the agenda: ${promise}` }).click();
    const there = maya.getByRole('button', { name: `On the agenda, take it off again: ${promise}` });
    await expect(there).toBeFocused();
    const looked = maya.getByRole('checkbox', { name: 'Looked at: What you promised each other' });
    await looked.press('Space');
    await expect(maya.getByText(/^1 of \d looked at/)).toBeVisible();
    await maya.reload();
    await expect(looked).toBeChecked();
    await expect(there).toBeVisible();
    await expectAccessible(maya, `preparing, ${name}`);
    await maya.getByRole('button', { name: 'I am ready' }).click();
    await expect(maya.getByText('Nina sees that you are ready.')).toBeVisible();

    await nina.goto(at);
    await expect(nina.getByRole('checkbox', { name: `Discussed: ${promise}` })).toBeVisible();
    await expect(nina.getByText('Maya has marked it ready.')).toBeVisible();

    // Undone, on the same page, by the same button.
    await there.click();
    await expect(maya.getByRole('button', { name: `Add to the agenda: ${promise}` })).toBeVisible();
    const taken = maya.waitForResponse(
      (answer) => answer.url().endsWith('/agenda/ready') && answer.request().method() === 'DELETE',
    );
    await maya.getByRole('button', { name: 'Ready. Not yet after all' }).click();
    await taken;
    await nina.reload();
    await expect(nina.getByText('Neither of you is ready yet.')).toBeVisible();
    await expect(nina.getByRole('checkbox', { name: `Discussed: ${promise}` })).toBeHidden();

    // Hers, on the same page.
    await nina.goto(`${at}/prep`);
    await expect(nina.getByRole('heading', { name: /Your update$/ })).toBeVisible();
    await nina.getByRole('textbox', { name: 'New talking point' }).fill(`January, ${name}`);
    await nina.keyboard.press('Enter');
    await expect(
      nina
        .getByRole('listitem')
        .filter({ hasText: `January, ${name}` })
        .first(),
    ).toBeVisible();
    await maya.reload();
    await expect(maya.getByText(`January, ${name}`)).toBeVisible();
  });
}

test('what is written in two tabs is put together, or both texts are shown', async ({ browserOf }) => {
  const one = await browserOf('nina@demo.example');
  const at = `/series/${await seriesOf(one)}`;
  const other = await one.context().newPage();
  await one.goto(at);
  await other.goto(at);
  await expect(other.getByRole('textbox', { name: 'What went well', exact: true })).toBeVisible();
  await writeInto(one, 'What went well', 'In the first tab');
  await saved(one);
  await writeInto(other, 'What went well', 'In the second tab');
  const both = other.getByRole('alert', { name: 'Two versions' });
  await expect(both).toContainText('In the first tab');
  await expect(both).toContainText('In the second tab');
  await other.getByRole('button', { name: 'Keep what I wrote here' }).click();
  await saved(other);
  await one.reload();
  await expect(update(one).getByText('In the second tab')).toBeVisible();
});
