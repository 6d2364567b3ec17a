import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Listed {
  items: { id: string; employee: { name: string } }[];
}

const newPoint = (page: Page) => page.getByRole('textbox', { name: 'New talking point' });
const tick = (page: Page, words: string) => page.getByRole('checkbox', { name: `Discussed: ${words}` });
/** Well before the page would ask by itself. */
const soon = { timeout: 5000 };

test('what one of the two brings and ticks off stands on the other’s open page, and nothing private does', async ({
  browserOf,
}) => {
  const maya = await browserOf('maya@demo.example');
  const eli = await browserOf('eli@demo.example');
  const { items } = (await (await maya.request.get('/api/series')).json()) as Listed;
  const at = `/series/${items.find(({ employee }) => employee.name === 'Eli Larsen')?.id ?? ''}`;
  const asked: string[] = [];
  await maya.goto(at);
  await expect(newPoint(maya)).toBeVisible();
  await eli.goto(at);
  await expect(newPoint(eli)).toBeVisible();
  await maya.waitForLoadState('networkidle').catch(() => {}); // the stream stays open
  maya.on('request', (request) => asked.push(new URL(request.url()).pathname));

  await eli.getByRole('switch', { name: 'Only me' }).press('Space');
  await newPoint(eli).fill('Rise of pay');
  await newPoint(eli).press('Enter');
  await expect(eli.getByRole('button', { name: 'More about “Rise of pay”' })).toBeVisible();
  await maya.waitForTimeout(1500);
  expect(asked.filter((path) => path.startsWith('/api'))).toEqual([]);
  await expect(maya.getByText('Rise of pay')).toHaveCount(0);

  await eli.getByRole('switch', { name: 'Only me' }).press('Space');
  await newPoint(eli).fill('New desk');
  await newPoint(eli).press('Enter');
  await expect(tick(maya, 'New desk')).toBeVisible(soon);
  expect(asked).toContain(`/api${at}/agenda`);
  await tick(maya, 'New desk').click();
  await expect(tick(eli, 'New desk')).toHaveCount(0, soon);
});
