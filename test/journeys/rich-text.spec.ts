import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const prompt = 'What is on your mind that we have not talked about?';

const field = (page: Page) => page.getByRole('textbox', { name: prompt, exact: true });
const saved = (page: Page) =>
  expect(page.getByRole('article').getByRole('status').first()).toContainText(/Saved \d/);

async function startDraft(page: Page): Promise<void> {
  await page.goto('/new');
  await page.getByRole('group', { name: 'With whom' }).getByText('Eli Larsen').click();
  await page.getByRole('button', { name: 'Start' }).click();
  await field(page).click();
  await expect(page.locator('[contenteditable="true"]')).toBeFocused();
}

async function paste(page: Page, html: string): Promise<void> {
  await page.locator('[contenteditable="true"]').evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

test('what is written with form is read with the same form', async ({ browserOf }) => {
  const maya = await browserOf('maya@demo.example');
  await startDraft(maya);
  const { keyboard } = maya;
  await keyboard.type('# Wins');
  await keyboard.press('Enter');
  await keyboard.type('The ');
  await keyboard.press('Control+b');
  await keyboard.type('pipeline');
  await keyboard.press('Control+b');
  await keyboard.type(' is live: https://example.org/plan ');
  await keyboard.press('Enter');
  await keyboard.type('[ ] Tell finance');
  await keyboard.press('Enter');
  await keyboard.type('Tell sales');
  await keyboard.press('Escape');
  await expect(maya.locator('[contenteditable="true"]')).toHaveCount(0);
  await expect(field(maya)).toBeFocused();
  await saved(maya);

  await maya.reload();
  await expect(field(maya).getByRole('heading', { name: 'Wins' })).toBeVisible();
  await expect(field(maya).locator('strong')).toHaveText('pipeline');
  const link = field(maya).getByRole('link', { name: 'https://example.org/plan' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');

  // A task is ticked without opening the text.
  await field(maya).locator('[data-box]').first().click();
  await expect(maya.locator('[contenteditable="true"]')).toHaveCount(0);
  await saved(maya);
  await maya.reload();
  await expect(field(maya).getByRole('listitem').first()).toHaveText('Done: Tell finance');
  await expect(field(maya).getByRole('listitem').last()).toHaveText('To do: Tell sales');
});

test('what is pasted keeps its words and the form that is allowed, and nothing else', async ({
  browserOf,
}) => {
  const maya = await browserOf('maya@demo.example');
  await startDraft(maya);
  // As Google Docs gives it: everything in a <b> that is not bold, and bold said by a style.
  await paste(
    maya,
    `<b style="font-weight:normal" id="docs-internal-guid-1"><p style="line-height:1.4"><span style="font-weight:400">plain </span><span style="font-weight:700">strong</span><span style="font-style:italic"> leaning</span></p></b>
     <p onclick="alert(1)">a <a href="javascript:alert(1)">bad</a> and a <a href="https://example.org" target="_top">good</a> link<img src="x" onerror="alert(1)"></p>
     <table><tbody><tr><td>a cell</td></tr></tbody></table><ol start="4" type="a"><li>four</li></ol><pre>code</pre>`,
  );
  await maya.keyboard.press('Escape');
  await saved(maya);
  await maya.reload();
  const text = field(maya);
  await expect(text.locator('strong')).toHaveText(['strong']);
  await expect(text.locator('em')).toHaveText([' leaning']);
  await expect(text.getByRole('link')).toHaveText(['good']);
  await expect(text.locator('ol')).toHaveAttribute('start', '4');
  await expect(text.locator('img, table, pre, [style], [onclick]')).toHaveCount(0);
  for (const words of ['plain ', 'a bad and a good link', 'a cell', 'four', 'code']) {
    await expect(text).toContainText(words);
  }
});
