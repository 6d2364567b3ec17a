import type { BrowserContextOptions } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const looks: { name: string; options: BrowserContextOptions }[] = [
  { name: 'desktop', options: {} },
  { name: 'phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
];

const ics = (location: string) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'SUMMARY:Jour fixe',
    'DTSTART;TZID=Europe/Berlin:20260106T141500',
    'DTEND;TZID=Europe/Berlin:20260106T150000',
    'RRULE:FREQ=MONTHLY;BYDAY=1TU',
    `LOCATION:${location}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

for (const { name, options } of looks) {
  test(`somebody chooses their hours and reminders, makes a feed, reads it and revokes it, ${name}`, async ({
    browserOf,
    product,
  }) => {
    const eli = await browserOf('eli@demo.example', options);
    await eli.goto('/account#calendar');
    const section = eli.locator('#calendar');
    await section.locator('label').filter({ hasText: /^Fri/ }).click();
    await section.getByLabel('From').fill('10:30');
    await section.getByLabel('To', { exact: true }).fill('09:30');
    await section.getByRole('button', { name: 'Save' }).click();
    await expect(section.getByText('Choose a time after the beginning.')).toBeVisible();
    await section.getByLabel('To', { exact: true }).fill('16:00');
    await section.getByRole('button', { name: 'Save' }).click();
    await expect(eli.getByText('Your working hours are saved.')).toBeVisible();
    await section
      .locator('label')
      .filter({ hasText: /^Prepare/ })
      .click();
    await expect(section.getByRole('switch', { name: /^Prepare/ })).not.toBeChecked();

    await section.getByRole('button', { name: 'Create an address' }).click();
    const address = await section.locator('code').innerText();
    expect(address).toContain(`${product.address}/api/calendar/`);
    const read = await (await fetch(address)).text();
    expect(read).toContain('BEGIN:VCALENDAR');

    await eli.reload();
    await expect(section.getByText(/^There is an address since .*, last read on/)).toBeVisible();
    await expect(section.getByLabel('From')).toHaveValue('10:30');
    await expect(section.getByRole('checkbox', { name: 'Fri' })).not.toBeChecked();
    await expect(section.getByRole('switch', { name: /^Prepare/ })).not.toBeChecked();
    await section.getByRole('button', { name: 'Revoke' }).click();
    await eli.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await expect(section.getByRole('button', { name: 'Create an address' })).toBeVisible();
    expect((await fetch(address)).status).toBe(404);
    await eli.request.patch('/api/me/reminders', {
      data: {
        workingHours: { days: [1, 2, 3, 4, 5], beginsAt: '09:00', endsAt: '17:00' },
        choices: [{ kind: 'review-agenda', wanted: true }],
      },
    });
  });

  test(`an event of another calendar fills the set-up in, ${name}`, async ({ browserOf }) => {
    const omar = await browserOf('omar@demo.example', options);
    // Others may have set up a series for each of his people before: one is free again.
    const { items } = (await (await omar.request.get('/api/series?limit=200')).json()) as {
      items: { id: string; isOpen: boolean; employee: { name: string } }[];
    };
    for (const { id, isOpen, employee } of items) {
      if (isOpen && employee.name === 'Tom Okafor') await omar.request.post(`/api/series/${id}/ending`);
    }
    await omar.goto('/series/new');
    const file = (buffer: string) => ({
      name: 'x.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(buffer),
    });
    const input = omar.locator('input[type=file]');
    await input.setInputFiles(file('Hello'));
    await expect(omar.getByText('This is no calendar file. Choose an .ics file.')).toBeVisible();
    await input.setInputFiles(file(ics('https://meet.example/x')));
    await expect(omar.getByText(/Filled in below; nothing is set up yet. Left out: its title/)).toBeVisible();
    await expect(omar.getByLabel(/^Place or link/)).toHaveValue('https://meet.example/x');
    await expect(omar.getByLabel('Minutes')).toHaveValue('45');
    await expect(omar.getByLabel('Time', { exact: true })).toHaveValue('14:15');
    await expect(omar.getByRole('radio', { name: 'Monthly' })).toBeChecked();
  });
}
