import { describe, expect, it } from 'vitest';
import { withSequence } from '../../../normalizer/link/sequence.ts';
import type { Meeting } from '../../../normalizer/model.ts';

const meeting: Meeting = {
  id: 'agder-ssu-2026-12-03',
  community: 'agder',
  body: 'ssu',
  localName: 'SSU',
  title: 'Strategisk samarbeidsutvalg',
  start: '2026-12-03T10:00',
  end: null,
  precision: 'minute',
  place: { text: 'Kommunehuset', mode: 'physical' },
  participants: null,
  status: 'planned',
  movedFrom: null,
  items: ['agder-a', 'agder-b'],
  documents: [],
  evidence: [],
  confidence: 0.9,
};
const first = new Map([
  ['agder-a', '2026-11-01T03:00:00.000Z'],
  ['agder-b', '2026-11-02T03:00:00.000Z'],
]);
const later = new Map([...first, ['agder-b', '2026-11-09T03:00:00.000Z'] as const]);

const following = (change: Partial<Meeting>, before: readonly Meeting[], moments = later): Meeting | undefined =>
  withSequence([{ ...meeting, ...change }], before, moments)[0];

describe('counting the changes of a meeting', () => {
  const [known] = withSequence([meeting], [], first) as [Meeting];

  it('A7.4 three successive snapshots give 0, 1, 2, and an unchanged one keeps its number', () => {
    const moved = following({ start: '2026-12-03T12:00' }, [known]);
    const cancelled = following({ start: '2026-12-03T12:00', status: 'cancelled' }, [moved as Meeting]);
    const same = following({ start: '2026-12-03T12:00', status: 'cancelled' }, [cancelled as Meeting]);
    expect([known, moved, cancelled, same].map((one) => one?.sequence)).toEqual([0, 1, 2, 2]);
  });

  it('A7.4 a new place or another end counts as well; a better title does not', () => {
    expect(following({ place: { text: 'Kulturhuset', mode: 'hybrid' } }, [known])?.sequence).toBe(1);
    expect(following({ end: '2026-12-03T14:00' }, [known])?.sequence).toBe(1);
    expect(following({ title: 'Møte i SSU' }, [known])).toMatchObject({
      sequence: 0,
      lastChanged: '2026-11-09T03:00:00.000Z',
    });
  });

  it('A7.3 the moment of change is that of the newest original, and stays while nothing changes', () => {
    expect(known.lastChanged).toBe('2026-11-02T03:00:00.000Z');
    expect(following({}, [known])?.lastChanged).toBe('2026-11-02T03:00:00.000Z');
    expect(following({ confidence: 0.5, items: ['agder-a'] }, [known])?.lastChanged).toBe('2026-11-02T03:00:00.000Z');
    expect(following({ status: 'held' }, [known])?.lastChanged).toBe('2026-11-09T03:00:00.000Z');
  });

  it('time never runs backwards, and a meeting without originals says no moment', () => {
    expect(following({ status: 'held' }, [known], new Map([['agder-a', '2020-01-01T00:00:00Z']]))?.lastChanged).toBe(
      known.lastChanged,
    );
    expect(withSequence([meeting], [], new Map())[0]).toEqual({ ...meeting, sequence: 0 });
  });

  it('records published before there was a counter begin at 0', () => {
    expect(following({ status: 'cancelled' }, [meeting])?.sequence).toBe(1);
    expect(following({}, [meeting])).toMatchObject({ sequence: 0, lastChanged: '2026-11-09T03:00:00.000Z' });
  });

  it('A7.5 counts on from the cancellation when a withdrawn meeting comes back, so that calendars take it again', () => {
    const back = withSequence([meeting], [], first, new Map([[meeting.id, 3]]));
    expect(back.map(({ sequence }) => sequence)).toEqual([4]);
    expect(withSequence(back, back, first, new Map([[meeting.id, 3]]))[0]?.sequence).toBe(4);
  });
});
