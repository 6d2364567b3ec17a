import { readFile } from 'node:fs/promises';
import { readZip } from '../support/read-zip.ts';
import { expect, test } from './fixtures.ts';

for (const [where, viewport] of [
  ['a desktop', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`Nina takes along everything about her on ${where}, and deletes it here`, async ({ browserOf }) => {
    const nina = await browserOf('nina@demo.example', { viewport });
    await nina.goto('/account');
    await nina.getByRole('radio', { name: /^Everything about me/ }).check({ force: true });
    await nina.getByRole('radio', { name: 'Markdown' }).check({ force: true });
    await nina.getByRole('button', { name: 'Start export' }).click();
    const archives = nina.getByRole('list', { name: 'My archives' });
    await expect(archives).toContainText('Everything about me, Markdown');
    const link = archives.getByRole('link', { name: 'Download Everything about me, Markdown' });
    await expect(link).toBeVisible({ timeout: 30_000 });
    await expect(archives).toContainText('Ready until');
    const started = nina.waitForEvent('download');
    await link.click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^Duologue \d{4}-\d\d-\d\d everything about me\.zip$/);
    const entries = readZip(await readFile(await download.path()));
    expect(JSON.parse(String(entries.get('About me.json')))).toMatchObject({
      profile: { name: 'Nina Berg' },
    });
    expect([...entries.keys()].join('\n')).toMatch(/Maya Adler and Nina Berg\.md/);
    await archives.getByRole('button', { name: /^Delete/ }).click();
    await nina
      .getByRole('alertdialog')
      .or(nina.getByRole('dialog'))
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(archives).toBeHidden();
  });
}
