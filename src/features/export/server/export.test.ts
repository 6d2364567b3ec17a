import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, startOneOnOne, words } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import { pdfText } from '../../../../test/support/pdf-text.ts';
import { sendFile } from '../../../../test/support/send-file.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const petra = await test.addPerson('Petra Vos');

const marks = (type: string, attrs?: object) => [{ type, ...(attrs && { attrs }) }];
const answer = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'What went well' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The launch was ' },
        { type: 'text', text: 'on time', marks: marks('bold') },
        { type: 'text', text: ' and ' },
        { type: 'text', text: 'calm', marks: marks('italic') },
        { type: 'text', text: ', see ' },
        { type: 'text', text: 'the plan', marks: marks('link', { href: 'https://example.org/plan' }) },
        { type: 'text', text: '. Łukasz, Привет, Ελλάδα, שלום, 中文.' },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [1, 2].map((at) => ({
        type: 'listItem',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: `Step ${at}, which is said at some length so that the line has to be broken and goes on below its own first word`,
              },
            ],
          },
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: 'with a detail' }] }],
              },
            ],
          },
        ],
      })),
    },
    {
      type: 'taskList',
      content: [true, false].map((checked) => ({
        type: 'taskItem',
        attrs: { checked },
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: checked ? 'Done already' : 'Not yet' }] },
        ],
      })),
    },
  ],
};

/** An approved record with everything that there can be in it. */
async function fullRecord(of: Pair) {
  const draft = await startOneOnOne(of, { title: 'Weekly <b>one</b> # on *one*' });
  const at = `/api/one-on-ones/${draft.id}`;
  const { manager, employee } = of;
  await addParticipant(manager, draft.id, petra);
  const items = draft.sections.flatMap((section) => section.items);
  const question = items.find(({ kind }) => kind === 'question');
  const mood = items.find(({ kind }) => kind === 'mood');
  expectStatus(
    200,
    await manager.put(`${at}/items/${question?.id}/answer`, { answer: { text: answer }, version: 0 }),
  );
  if (mood)
    expectStatus(
      200,
      await manager.put(`${at}/items/${mood.id}/answer`, { answer: { value: 4 }, version: 0 }),
    );
  expectStatus(201, await manager.post(`${at}/action-items`, { text: 'Write the offer' }));
  expectStatus(
    201,
    await sendFile(test, manager, `${at}/files`, { name: 'offer.pdf', content: 'x'.repeat(34_000) }),
  );
  expectStatus(200, await manager.put(`${at}/private-note`, { ...words('Mine alone'), version: 0 }));
  expectStatus(200, await manager.post(`${at}/sharing`));
  const asked = expectStatus(200, await manager.post(`${at}/approval-request`));
  expectStatus(200, await employee.post(`${at}/revision-request`, { message: 'Between us' }));
  expectStatus(201, await manager.post(`${at}/comments`, { itemId: question?.id, ...words('A comment') }));
  expect(asked.state).toBe('pending_approval');
  const { version } = expectStatus(200, await manager.post(`${at}/approval-request`));
  expectStatus(
    200,
    await employee.post(`${at}/approval`, { version, remark: 'Thank you.\n> for the *time*' }),
  );
  expectStatus(201, await employee.post(`${at}/addenda`, words('One more thing')));
  return { at, id: draft.id };
}

const record = await fullRecord(pair);
const exported = async (person: TestPerson, query: string) => person.get(`${record.at}/export${query}`);

describe('an export', () => {
  it('as JSON holds what its reader may read, as data', async () => {
    const { body, raw } = await exported(pair.employee, '');
    expect(raw.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    expect(raw.headers['content-disposition']).toMatch(
      /^attachment; filename="\d{4}-\d\d-\d\d b_ # on \*one\*, Maya|^attachment; filename="\d{4}-\d\d-\d\d Weekly/,
    );
    expect(body).toMatchObject({
      format: 'duologue-one-on-one',
      version: 1,
      title: 'Weekly <b>one</b> # on *one*',
      state: 'approved',
      exportedBy: { id: pair.employee.id, name: 'Eli Larsen' },
      participants: [{ id: petra.id, name: 'Petra Vos' }],
      actionItems: [{ text: 'Write the offer', owner: { name: 'Eli Larsen' }, doneAt: null }],
      files: [{ name: 'offer.pdf', size: 34_000, addedBy: { name: 'Maya Adler' } }],
      addenda: [{ author: { name: 'Eli Larsen' } }],
      privateNote: null,
      approval: { by: { name: 'Eli Larsen' }, digest: expect.stringMatching(/^v3:/) },
    });
    const all = JSON.stringify(body);
    expect(all).toContain('"valueInWords":"Good (4 of 5)"');
    for (const hidden of ['guidance', 'Between us', 'A comment', 'receipt', 'Mine alone', 'session_id'])
      expect(all).not.toContain(hidden);
  });

  it('holds the private note of whoever exports, and of nobody else', async () => {
    expect(JSON.stringify((await exported(pair.manager, '')).body.privateNote)).toContain('Mine alone');
    expect((await exported(petra, '')).body.privateNote).toBeNull();
  });

  it('as Markdown reads as it was written, and nothing in it is taken for a sign', async () => {
    const { raw } = await exported(pair.employee, '?format=md');
    expect(raw.headers['content-type']).toBe('text/markdown; charset=utf-8');
    const lines = raw.payload.split('\n');
    expect(lines[0]).toBe(String.raw`# Weekly \<b\>one\</b\> \# on \*one\*`);
    expect(lines[2]).toBe(String.raw`Maya Adler and Eli Larsen\ `.trim());
    for (const line of [
      'The launch was **on time** and *calm*, see [the plan](<https://example.org/plan>). Łukasz, Привет, Ελλάδα, שלום, 中文.',
      '- [x] Done already',
      '- [ ] Not yet',
      '**Good (4 of 5)**',
      '- offer.pdf (34 kB)',
      '> Thank you.',
      String.raw`> \> for the \*time\*`,
      'One more thing',
    ])
      expect(lines).toContain(line);
    expect(raw.payload).toMatch(/\nDigest: `v3:[0-9a-f]{64}`\n/);
    for (const hidden of ['Between us', 'A comment', 'Mine alone']) expect(raw.payload).not.toContain(hidden);
  });

  it('as PDF is one, on the paper that is wanted', async () => {
    for (const [paper, box] of [
      ['', '[0 0 595.28 841.89]'],
      ['&paper=letter', '[0 0 612 792]'],
    ] as const) {
      const { raw } = await exported(pair.employee, `?format=pdf${paper}`);
      expect(raw.headers['content-type']).toBe('application/pdf');
      const bytes = raw.rawPayload;
      const pdf = bytes.toString('latin1');
      expect(pdf.startsWith('%PDF-1.')).toBe(true);
      expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
      expect(pdf).toContain(`/MediaBox ${box}`);
      expect(pdf).not.toMatch(/\/JavaScript|\/OpenAction|\/Launch/);
      if (process.env['KEEP_PDF'] !== undefined)
        await writeFile(`${process.env['KEEP_PDF']}${paper.slice(1)}.pdf`, bytes);
    }
  });

  it('as PDF says what the others say, and keeps from it what they keep', async () => {
    const text = pdfText((await exported(pair.employee, '?format=pdf')).raw.rawPayload);
    const lines = text.split('\n').map((line) => line.trim());
    for (const line of [
      'Weekly <b>one</b> # on *one*',
      'Maya Adler and Eli Larsen',
      'Good (4 of 5)',
      'What went well',
      'on time',
      'Привет',
      'Done already',
      'offer.pdf',
      'One more thing',
      'Thank you.',
      'https://example.org/plan',
      '1 of 3',
    ])
      expect(lines).toContain(line);
    for (const hidden of ['Between us', 'A comment', 'Mine alone']) expect(text).not.toContain(hidden);
    expect(pdfText((await exported(pair.manager, '?format=pdf')).raw.rawPayload)).toContain('Mine alone');
  });

  it('is noted among the receipts', async () => {
    const { items } = expectStatus(200, await pair.manager.get(`${record.at}/receipts`));
    expect(JSON.stringify(items)).toContain('exported');
  });

  it('of another format or paper is refused by name', async () => {
    for (const query of ['?format=docx', '?paper=a3', '?what=all']) {
      expect((await exported(pair.employee, query)).status).toBe(422);
    }
  });
});
