import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Alarms, nextAlarms } from '../../cli/rebuild/alarms.ts';
import { asCode, issueBody } from '../../cli/rebuild/issue-text.ts';
import { forgetSteps, noteStep, openJournal } from '../../cli/rebuild/journal.ts';
import { accept, putBack, setAside } from '../../cli/rebuild/last-good.ts';
import { tooMuchLost } from '../../cli/rebuild/night-changes.ts';
import type { SourceHealth } from '../../cli/rebuild/sick-source.ts';
import { keptNights } from '../../cli/rebuild/thin-history.ts';
import { sick } from './sick-source.ts';

const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

describe('the history of the data', () => {
  it('grows by a commit a month for two years and a commit a year from then on', () => {
    const nights = Array.from({ length: 3650 }, (_, n) => ({ commit: String(n), tree: '', day: dayOf(n) }));
    const kept = keptNights(nights, dayOf(3650));
    expect(kept.length).toBeLessThan(62 + 24 + 9);
    expect(kept.at(-1)).toBe(nights.at(-1));
    expect(keptNights(kept, dayOf(3650))).toEqual(kept);
  });
});

/** Looks day by day: `.` well, a letter a cause, a blank a day without a look. */
function alarmsOver(days: string): string[] {
  let alarms: Alarms = {};
  return [...days].flatMap((look, n) => {
    if (look === ' ') return [];
    const next = nextAlarms(alarms, [{ source: 's', cause: look === '.' ? null : look }], {
      day: dayOf(n),
      known: new Set(['s']),
    });
    alarms = next.alarms;
    return next.actions.map(({ do: verb, cause }) => `${n} ${verb}${cause ? ` ${cause}` : ''}`);
  });
}

describe('an alarm', () => {
  it.each([
    ['is not raised by one bad night', '..a.....a...', []],
    ['is raised on the second bad day and ends with the first good one', '..aaaa..', ['3 open a', '6 close']],
    ['is raised when the two days have different causes', '.ab.', ['2 open b', '3 close']],
    ['is raised over nights that nobody looked', '.a  a.', ['4 open a', '5 close']],
    ['is told once, however long it lasts', 'aaaaaaaaaaaaaaaaaaaa', ['1 open a']],
    ['gets another label when another cause has stood for two days', 'aabacc.', ['1 open a', '5 relabel c', '6 close']],
    [
      'is the same one when the trouble is back within two weeks',
      'aa.....aa.',
      ['1 open a', '2 close', '8 reopen a', '9 close'],
    ],
    ['is raised when the trouble comes and goes, once', 'a.a.a.a.a...', ['4 open a', '11 close']],
  ])('%s', (_, days, actions) => {
    expect(alarmsOver(days)).toEqual(actions);
  });

  it('counts looking twice on one day once', () => {
    const look = (before: Alarms) =>
      nextAlarms(before, [{ source: 's', cause: 'a' }], { day: '2026-01-01', known: new Set(['s']) });
    const once = look({});
    expect(look(once.alarms)).toEqual(once);
  });

  it('ends with the source', () => {
    const { alarms } = nextAlarms({ s: { looks: [], alarm: { cause: 'a', since: '2026-01-01' } } }, [], {
      day: '2026-01-02',
      known: new Set(),
    });
    expect(alarms).toEqual({});
  });
});

describe('an issue', () => {
  const text = (health: SourceHealth) => issueBody(health, '2026-01-02');

  it('C2.16 shows gathered words as code on one line, so that they mention nobody and mark nothing up', () => {
    const line = text(sick)
      .split('\n')
      .find((one) => one.includes('@everyone'));
    expect(line).toMatch(/^`[^`]*`$/);
    expect(text(sick)).not.toContain('\u202e');
    expect(asCode('x'.repeat(1000)).length).toBeLessThan(310);
  });

  it('names an address for a shell only when it holds nothing that a shell reads', () => {
    expect(text(sick)).toContain("samla probe 'https://example.no/nyheter/'");
    expect(text({ ...sick, url: "https://example.no/'$(x)" })).toContain('samla probe <address>');
  });
});

describe('a rebuild that was killed', () => {
  it('goes on where it stopped, for the same steps and for half a day', async () => {
    const root = mkdtempSync(join(tmpdir(), 'samla-journal-'));
    mkdirSync(join(root, 'state'));
    const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
    const journal = await openJournal(root, ['a', 'b'], at(2));
    await noteStep(root, journal, 'a', 3);
    expect((await openJournal(root, ['a', 'b'], at(3))).done).toEqual({ a: 3 });
    expect((await openJournal(root, ['b'], at(3))).done).toEqual({});
    expect((await openJournal(root, ['a', 'b'], at(15))).done).toEqual({});
    await forgetSteps(root, journal, ['a']);
    expect((await openJournal(root, ['a', 'b'], at(3))).done).toEqual({});
    const elsewhere = { ...journal, host: 'another machine' };
    await noteStep(root, elsewhere, 'a', 3);
    expect((await openJournal(root, ['a', 'b'], at(3))).done).toEqual({});
    await noteStep(root, journal, 'a', 0);
    await noteStep(root, journal, 'b', 0);
    expect((await openJournal(root, ['a', 'b'], at(3))).done).toEqual({});
    rmSync(root, { recursive: true });
  });
});

describe('the last good data', () => {
  const at = (root: string, name: string) => join(root, name, 'items.ndjson');
  const write = (root: string, name: string, text: string) => {
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(at(root, name), text);
  };

  it('C1.1 come back when the new ones fail the check, which are kept to be looked at', async () => {
    const root = mkdtempSync(join(tmpdir(), 'samla-good-'));
    write(root, 'published', 'good');
    await setAside(root);
    write(root, 'published', 'bad');
    await setAside(root); // a night that was killed here and goes on: what was checked stays the last good
    await putBack(root);
    expect(readFileSync(at(root, 'published'), 'utf8')).toBe('good');
    expect(readFileSync(at(root, '.published-rejected'), 'utf8')).toBe('bad');
    await setAside(root);
    write(root, 'published', 'better');
    await accept(root);
    expect(readdirSync(root)).toEqual(['published']);
    expect(readFileSync(at(root, 'published'), 'utf8')).toBe('better');
    rmSync(root, { recursive: true });
  });
});

describe('a night that would lose much', () => {
  const change = (before: number, gone: number) => ({ before, after: before - gone, added: 0, changed: 0, gone });

  it('is held back, and one that loses little is not', () => {
    expect(tooMuchLost({ items: change(200, 41), meetings: change(0, 0) })).toContain('41 of 200');
    expect(tooMuchLost({ items: change(200, 40), meetings: change(10, 10) })).toBeUndefined();
  });
});
