import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { tinyPng } from '../support/send-file.ts';
import { expect, test } from './fixtures.ts';

const script = '<script>document.title = "ran"; parent.postMessage("ran", "*")</script>';
/** What a file may pretend to be. */
const pretenders = [
  { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(`<!doctype html>${script}`) },
  {
    name: 'drawing.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='ran'">${script}</svg>`,
    ),
  },
  {
    name: 'paper.png',
    mimeType: 'image/png',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'),
  },
  { name: 'both.png', mimeType: 'image/png', buffer: Buffer.concat([tinyPng, Buffer.from(script)]) },
];

async function startDraft(page: Page): Promise<string> {
  await page.goto('/new');
  await page.getByRole('group', { name: 'With whom' }).getByText('Eli Larsen').click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Only you can read this draft').first()).toBeVisible();
  return page.url();
}

async function showFiles(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(async () => {
    await page.keyboard.press('End');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(page.getByRole('heading', { name: /^Files/ })).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('Maya adds files in every way, takes one away and back; Eli reads them, and nothing in them runs', async ({
  browserOf,
}) => {
  test.setTimeout(120_000);
  const maya = await browserOf('maya@demo.example');
  const address = await startDraft(maya);

  await test.step('dropped anywhere on the page, which need not be scrolled to its end', async () => {
    const dropped = await maya.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['numbers'], 'numbers.csv', { type: 'text/csv' }));
      return transfer;
    });
    await maya.getByRole('heading', { level: 1 }).dispatchEvent('dragover', { dataTransfer: dropped });
    await maya.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: dropped });
    await expect(maya.getByRole('link', { name: 'numbers.csv' })).toBeVisible();
  });

  await test.step('pasted, but for a picture that comes along with words', async () => {
    const paste = (words: string) =>
      maya.evaluate((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['x'], text === '' ? 'pasted.txt' : 'along.txt'));
        if (text !== '') transfer.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
        document.body.dispatchEvent(event);
      }, words);
    await paste('words');
    await paste('');
    await expect(maya.getByRole('link', { name: 'pasted.txt' })).toBeVisible();
    await expect(maya.getByText('along.txt')).toHaveCount(0);
  });

  await test.step('chosen, several at once; one that is too large is never sent', async () => {
    const requests: string[] = [];
    maya.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/files')) requests.push(request.url());
    });
    await maya.getByLabel('Files to add', { exact: true }).setInputFiles([
      { name: 'whiteboard.png', mimeType: 'image/png', buffer: Buffer.from(tinyPng) },
      { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(10_485_761) },
    ]);
    await expect(maya.getByText('Larger than 10 MB')).toBeVisible();
    const picture = maya.getByRole('link', { name: 'See whiteboard.png' }).locator('img');
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveJSProperty('naturalWidth', 1);
    await maya.getByRole('button', { name: 'Forget film.mp4' }).click();
    await expect(maya.getByText('film.mp4')).toHaveCount(0);
    expect(requests).toHaveLength(1);
  });

  await test.step('one that did not arrive is sent again', async () => {
    await maya.route('**/files', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await maya
      .getByLabel('Files to add', { exact: true })
      .setInputFiles({ name: 'again.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
    await expect(maya.getByText('Not sent. The server cannot be reached')).toBeVisible();
    await maya.unroute('**/files');
    await maya.getByRole('button', { name: 'Send again.txt again' }).click();
    await expect(maya.getByRole('link', { name: 'again.txt' })).toBeVisible();
  });

  await test.step('readable by everybody', async () => {
    const { violations } = await new AxeBuilder({ page: maya })
      .include('section[aria-labelledby="files-title"]')
      .analyze();
    expect(violations).toEqual([]);
  });

  await test.step('deleting is taken back, or done when the page is left', async () => {
    await maya.getByRole('button', { name: 'Delete numbers.csv' }).click();
    await expect(maya.getByRole('link', { name: 'numbers.csv' })).toHaveCount(0);
    await maya.getByRole('button', { name: 'Undo' }).click();
    await expect(maya.getByRole('link', { name: 'numbers.csv' })).toBeVisible();
    await maya.getByRole('button', { name: 'Delete pasted.txt' }).click();
    await expect(maya.getByRole('link', { name: 'pasted.txt' })).toHaveCount(0);
    await maya.goto('/one-on-ones');
    await maya.goto(address);
    await showFiles(maya);
    await expect(maya.getByRole('link', { name: 'numbers.csv' })).toBeVisible();
    await expect(maya.getByRole('link', { name: 'pasted.txt' })).toHaveCount(0);
  });

  await test.step('whatever a file pretends to be, it is saved and not run', async () => {
    await maya.getByLabel('Files to add', { exact: true }).setInputFiles(pretenders);
    for (const { name } of pretenders)
      await expect(maya.getByRole('link', { name, exact: true })).toBeVisible();
    // The one that begins as a picture is shown as one; the others are no pictures.
    await expect(maya.getByRole('link', { name: /^See/ })).toHaveCount(2);
  });

  await maya.getByRole('button', { name: 'Share with Eli' }).click();
  await maya
    .getByRole('dialog')
    .or(maya.getByRole('alertdialog'))
    .getByRole('button', { name: 'Share', exact: true })
    .click();
  await expect(maya.getByText('Only Maya and Eli can read this').first()).toBeVisible();

  const eli = await browserOf('eli@demo.example');
  await eli.goto(address);
  await showFiles(eli);
  await expect(eli.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
  await expect(eli.getByRole('button', { name: 'Add files' })).toHaveCount(0);
  const download = eli.waitForEvent('download');
  await eli.getByRole('link', { name: 'numbers.csv' }).click();
  expect((await download).suggestedFilename()).toBe('numbers.csv');

  await test.step('opened by their address, straight or in a frame, they do not run either', async () => {
    const id = address.split('/').at(-1) ?? '';
    const hrefs = await eli.evaluate(async (oneOnOneId) => {
      const response = await fetch(`/api/one-on-ones/${oneOnOneId}/files`);
      const { items } = await response.json();
      return (items as { id: string; name: string }[])
        .filter(({ name }) => name.endsWith('.png'))
        .flatMap((file) =>
          [`/files/${file.id}`, `/files/${file.id}/preview`].map(
            (end) => `/api/one-on-ones/${oneOnOneId}${end}`,
          ),
        );
    }, id);
    expect(hrefs).toHaveLength(10);
    const other = await eli.context().newPage();
    for (const href of hrefs) {
      await other.goto(href).catch(() => null); // what is saved instead of shown ends the visit
      expect(await other.title()).not.toBe('ran');
    }
    await other.goto('/help');
    const heard = await other.evaluate(async (urls) => {
      const messages: unknown[] = [];
      addEventListener('message', (event) => messages.push(event.data));
      for (const url of urls) {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      }
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return messages;
    }, hrefs);
    expect(heard).toEqual([]);
    await other.close();
  });
});

test('on a phone a picture is taken and stands in the record', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await startDraft(maya);
  await showFiles(maya);
  const chooser = maya.waitForEvent('filechooser');
  await maya.getByRole('button', { name: 'Take a picture' }).tap();
  await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(tinyPng) });
  await expect(maya.getByRole('link', { name: 'photo.png', exact: true })).toBeVisible();
  const overflow = await maya.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
