import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import { throwAwayOld } from '../../../server/jobs/throw-away-old.ts';
import type { MailSettings } from '../../mail/server/send-notice.ts';
import { sendLeftovers } from '../../mail/server/send-notice.ts';
import { dueCounts } from './due-counts.ts';
import { sendReminders } from './send-reminders.ts';

const test = await testApp();
const timeZone = 'Europe/Berlin';
const hour = 3_600_000;
const start = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate();
const dayOf = (days: number) => start.add({ days }).toString();

/** Puts the clock to an hour of the day so many days from today, and sees who is mailed. */
async function mailedOn(days: number, atHour = 9): Promise<string[]> {
  const then = start
    .add({ days })
    .toZonedDateTime({ timeZone, plainTime: `${String(atHour).padStart(2, '0')}:00` });
  test.clock.offset = then.epochMilliseconds - Date.now();
  await sendReminders({ worker: test.pools.worker, clock: test.platform.clock, timeZone });
  const mails: string[] = [];
  const settings: MailSettings = {
    worker: test.pools.worker,
    transport: {
      send: async ({ to, headers, text, subject }) => {
        if (!JSON.stringify(headers).includes('action-items.due')) return;
        const body = JSON.stringify([subject, text]);
        expect(body).not.toContain('Secret words');
        const counts = /\d+ action items? [^.]*/.exec(body)?.[0];
        const link = /http[^\\"]+/.exec(body)?.[0];
        mails.push(`${JSON.stringify(to)}: ${counts} ${link}`);
      },
      close: () => {},
    },
    from: { name: 'Duologue', address: 'duologue@example.org' },
    baseUrl: test.platform.baseUrl,
    linkTo: (_purpose, id) => id,
    dueCounts: dueCounts(test.platform.clock, timeZone),
    meetingsAhead: async () => [],
    invitation: async () => null,
    clock: test.platform.clock,
  };
  await sendLeftovers(settings, (error) => {
    throw error;
  });
  test.clock.offset = 0;
  return mails;
}

/** At work every day, so that no test minds which weekday it is. */
async function worksEveryDay({ manager, employee }: Pair): Promise<void> {
  await asOwner(test.database.owner, async (db) => {
    for (const { id } of [manager, employee]) {
      const hours = { person_id: id, days: [1, 2, 3, 4, 5, 6, 7], begins_at: '08:00', ends_at: '22:00' };
      await db.run(build.insertInto('working_hours').values(hours));
    }
  });
}

async function agree(pair: Pair, oneOnOneId: string, due: number, owner: TestPerson = pair.employee) {
  const body = { text: 'Secret words', dueOn: dayOf(due), ownerId: owner.id };
  return expectStatus(201, await pair.manager.post(`/api/one-on-ones/${oneOnOneId}/action-items`, body));
}

/** Everybody who still owes something is done with it, so that each test begins with nothing due. */
async function settleEverything(): Promise<void> {
  await asOwner(test.database.owner, async (db) => {
    await db.run(build.deleteFrom('reminder_sent'));
    await db.run(
      sql`update action_item set done_at = now(), done_by = owner_id where done_at is null and dropped_at is null`,
    );
  });
}

describe('a reminder', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await addPair(test);
    await worksEveryDay(pair);
  });

  it('comes once, in the morning before the day, and tells how many, never what', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    await agree(pair, id, 3);
    await agree(pair, id, 3);
    expect(await mailedOn(1)).toEqual([]);
    expect(await mailedOn(2, 7)).toEqual([]);
    const [mail, ...others] = await mailedOn(2, 8);
    expect(mail).toContain('eli.larsen');
    expect(mail).toContain('2 action items of yours are due tomorrow http://localhost:3000/action-items');
    expect(others).toEqual([]);
    expect(await mailedOn(2, 8)).toEqual([]);
    expect(await mailedOn(2, 20)).toEqual([]);
    expect(await mailedOn(3)).toEqual([]);
    const { items } = expectStatus(200, await pair.employee.get('/api/notices?limit=1'));
    expect(items[0]).toMatchObject({ kind: 'action-items.due', actor: null, oneOnOneId: null });
    await settleEverything();
  });

  it('comes weekly while something is overdue, one mail for all, until it is done', async () => {
    const { id } = await oneOnOneIn(pair, 'approved', async (draft) => {
      await agree(pair, draft.id, 1);
      await agree(pair, draft.id, 2);
    });
    const days: number[] = [];
    for (let day = 2; day < 20; day += 1) if ((await mailedOn(day)).length > 0) days.push(day);
    expect(days).toEqual([2, 9, 16]);
    const { items } = expectStatus(200, await pair.employee.get(`/api/one-on-ones/${id}/action-items`));
    for (const item of items)
      expectStatus(200, await pair.employee.put(`/api/action-items/${item.id}/completion`));
    expect(await mailedOn(23)).toEqual([]);
    await settleEverything();
  });

  it('is for whoever owns it: one for each, with what is overdue beside what is due', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    await agree(pair, id, -2);
    await agree(pair, id, 3);
    await agree(pair, id, 3, pair.manager);
    const mails = await mailedOn(2);
    expect(mails).toHaveLength(2);
    expect(mails.join()).toContain('1 action item of yours is due tomorrow, and 1 is overdue');
    await settleEverything();
  });

  it('does not come for a draft, for what is dropped, nor to somebody who cannot sign in', async () => {
    const draft = await oneOnOneIn(pair, 'draft');
    await agree(pair, draft.id, 3);
    const active = await oneOnOneIn(pair, 'active');
    const item = await agree(pair, active.id, 3);
    expectStatus(200, await pair.manager.put(`/api/action-items/${item.id}/drop`, { reason: 'Not needed' }));
    const leaving = await addPair(test, 'Staying Manager', 'Leaving Employee');
    await worksEveryDay(leaving);
    await agree(leaving, (await oneOnOneIn(leaving, 'active')).id, 3);
    await asOwner(test.database.owner, (db) =>
      db.run(build.updateTable('person').set({ active: false }).where('id', '=', leaving.employee.id)),
    );
    expect(await mailedOn(2)).toEqual([]);
    await settleEverything();
  });

  it('does not come by mail where somebody switched it off; the inbox has it', async () => {
    const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
    await worksEveryDay(other);
    const choice = { items: [{ topic: 'action-items', byMail: false }] };
    expectStatus(200, await other.employee.put('/api/mail-choices', choice));
    await agree(other, (await oneOnOneIn(other, 'active')).id, 3);
    expect(await mailedOn(2)).toEqual([]);
    const { items } = expectStatus(200, await other.employee.get('/api/notices?limit=1'));
    expect(items[0].kind).toBe('action-items.due');
    await settleEverything();
  });

  it('comes on Friday for Monday, in the morning of whoever it is for', async () => {
    const weekday = await addPair(test, 'Maya Week', 'Eli Week');
    const toFriday = ((5 - start.dayOfWeek + 7) % 7) + 7;
    await agree(weekday, (await oneOnOneIn(weekday, 'active')).id, toFriday + 3);
    expectStatus(200, await weekday.employee.patch('/api/me/profile', { timeZone: 'Asia/Tokyo' }));
    // One in the morning in Berlin is nine in Tokyo.
    const early = toFriday;
    expect(await mailedOn(early, 0)).toEqual([]);
    const [mail] = await mailedOn(early, 5);
    expect(mail).toContain('1 action item of yours is due by Monday');
    for (const days of [1, 2]) expect(await mailedOn(toFriday + days)).toEqual([]);
    await settleEverything();
  });

  it('is written once by two processes at the same time', async () => {
    await agree(pair, (await oneOnOneIn(pair, 'active')).id, 3);
    const clock = () =>
      new Date(start.add({ days: 2 }).toZonedDateTime({ timeZone, plainTime: '09:00' }).epochMilliseconds);
    const settings = { worker: test.pools.worker, clock, timeZone };
    const counts = await Promise.all([1, 2, 3].map(async () => sendReminders(settings)));
    expect(counts.reduce((a, b) => a + b)).toBe(1);
    await settleEverything();
  });
});

describe('at night', () => {
  it('throws read notices away after half a year, and sessions that are over', async () => {
    const person = await test.addPerson('Nina Roth');
    const notice = (days: number, read: boolean) => {
      const at = new Date(Date.now() - days * 24 * hour);
      return {
        id: crypto.randomUUID(),
        kind: 'one-on-one.deleted',
        recipient_id: person.id,
        at,
        sent_at: at,
        read_at: read ? at : null,
      };
    };
    await asOwner(test.database.owner, async (db) => {
      await db.run(
        build.insertInto('notice').values([notice(181, true), notice(181, false), notice(179, true)]),
      );
    });
    await throwAwayOld(test.pools.worker, new Date());
    const kept = expectStatus(200, await person.get('/api/notices')).items;
    expect(kept).toHaveLength(2);
    await throwAwayOld(test.pools.worker, new Date(Date.now() + 31 * 24 * hour));
    expect((await person.get('/api/me')).status).toBe(401);
  });
});
