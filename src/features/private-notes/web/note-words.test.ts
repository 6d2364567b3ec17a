import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../shared/problems.ts';
import { fromPlainText } from '../../rich-text/domain/plain-text.ts';
import type { PrivateNote } from '../contract.ts';
import { createWordsSaver, type Kept } from '../../../web/shell/words-saver.ts';
import { isSameText, storedNoteOf, type NoteWords, type StoredNote } from './note-words.ts';

type KeptNote = Kept<NoteWords, StoredNote>;

/** A server that holds one note, and a device that keeps one. */
function world(stored: PrivateNote = { text: null, version: 0, updatedAt: null }) {
  const server = { note: stored, isAway: false, requests: 0 };
  const device: { kept: KeptNote | null } = { kept: null };
  const send = async ({ text }: NoteWords, version: number): Promise<StoredNote> => {
    server.requests += 1;
    await Promise.resolve();
    if (server.isAway) throw new Error('away');
    if (version !== server.note.version) throw problem('stale_version', { current: server.note });
    server.note = { text, version: version + 1, updatedAt: '2026-11-20T10:00:00Z' };
    return storedNoteOf(server.note);
  };
  const open = (on: PrivateNote = server.note) =>
    createWordsSaver<NoteWords, StoredNote>({
      stored: storedNoteOf(on),
      kept: device.kept,
      keep: (kept) => (device.kept = kept),
      forget: () => (device.kept = null),
      send,
      currentOf: ({ extras }) => storedNoteOf(extras.current as PrivateNote), // the server above answers with one
      isSame: isSameText,
      onChange: () => {},
    });
  return { server, device, open };
}

const some = fromPlainText('Some words');
const more = fromPlainText('Some words more');

describe('a private note being written', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is kept on the device at once, and saved after a pause', async () => {
    const { server, device, open } = world();
    const note = open();
    note.write({ text: some });
    expect(device.kept).toMatchObject({ words: { text: some }, base: { version: 0 } });
    await vi.advanceTimersByTimeAsync(700);
    note.write({ text: more });
    await vi.advanceTimersByTimeAsync(700);
    expect(server.requests).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect([server.note.text, device.kept, note.state().standing.is]).toEqual([more, null, 'saved']);
  });

  it('is saved again where one went on while it was on its way', async () => {
    const { server, open } = world();
    const note = open();
    note.write({ text: some });
    void note.flush(false);
    note.write({ text: more });
    await vi.advanceTimersByTimeAsync(2000);
    expect([server.note.text, server.requests]).toEqual([more, 2]);
  });

  it('is tried again until the server is back, and found on the device after a reload', async () => {
    const { server, device, open } = world();
    server.isAway = true;
    const note = open();
    note.write({ text: some });
    await vi.advanceTimersByTimeAsync(3000);
    expect(note.state().standing.is).toBe('offline');
    note.stop();
    server.isAway = false;
    const again = open();
    await vi.advanceTimersByTimeAsync(10);
    expect([again.state().words.text, server.note.text, device.kept]).toEqual([some, some, null]);
  });

  it('shows both where it was written elsewhere, and loses neither', async () => {
    const { server, open } = world();
    const note = open();
    const before = server.note;
    server.note = { text: more, version: 3, updatedAt: null };
    note.write({ text: some });
    await vi.advanceTimersByTimeAsync(1000);
    const theirs = storedNoteOf(server.note);
    expect(note.state().standing).toEqual({ is: 'conflict', theirs, places: ['text'] });
    expect(note.state().words.text).toEqual(some);
    note.choose('mine');
    await vi.advanceTimersByTimeAsync(10);
    expect(server.note.text).toEqual(some);
    const late = open(before);
    late.write({ text: more });
    await vi.advanceTimersByTimeAsync(1000);
    late.choose('theirs');
    expect(late.state()).toMatchObject({ words: { text: some }, standing: { is: 'saved' } });
  });

  it('takes its own words back as saved where the acknowledgement was lost', async () => {
    const { server, device, open } = world();
    const note = open();
    note.write({ text: some });
    // As the database gives it back: with the keys in another order.
    const turned: typeof some = {
      content: [{ content: [{ text: 'Some words', type: 'text' }], type: 'paragraph' }],
      type: 'doc',
    };
    server.note = { text: turned, version: 1, updatedAt: null };
    await vi.advanceTimersByTimeAsync(1000);
    expect([note.state().standing.is, device.kept]).toEqual(['saved', null]);
  });
});
