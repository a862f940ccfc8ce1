import { describe, expect, it } from 'vitest';
import { fullDate, momentInWords, osloTime, timeSpan, withOsloOffset } from '../../site/filters/dates.ts';

describe('dates in words', () => {
  it.each([
    ['2023-03-17', 'fredag 17. mars 2023', 'fredag 17. mars 2023'],
    ['2024-02-17', 'lørdag 17. februar 2024', 'laurdag 17. februar 2024'],
    ['2024-02-18', 'søndag 18. februar 2024', 'sundag 18. februar 2024'],
    ['2024-12-03', 'tirsdag 3. desember 2024', 'tysdag 3. desember 2024'],
    ['2024-12-02', 'mandag 2. desember 2024', 'måndag 2. desember 2024'],
    ['2024-05', 'mai 2024', 'mai 2024'],
  ])('%s is %s in Bokmål and %s in Nynorsk', (day, nb, nn) => {
    expect(fullDate(day, 'nb')).toBe(nb);
    expect(fullDate(day, 'nn')).toBe(nn);
  });

  it.each([
    ['2024-06-12T10:00', '2024-06-12T14:30', 'onsdag 12. juni 2024 kl. 10.00–14.30'],
    ['2024-06-12T10:00', null, 'onsdag 12. juni 2024 kl. 10.00'],
    ['2024-06-12', '2024-06-13', 'onsdag 12. – torsdag 13. juni 2024'],
    ['2024-05-31', '2024-06-01', '31. mai – 1. juni 2024'],
    ['2024-12-31', '2025-01-01', '31. desember 2024 – 1. januar 2025'],
    ['2024-06-12', null, 'onsdag 12. juni 2024'],
    ['2024-06', null, 'juni 2024'],
  ])('a meeting from %s to %s is "%s"', (start, end, words) => {
    expect(timeSpan(start, end, 'nb')).toBe(words);
  });

  it('a day without a time is never given one', () => {
    expect(timeSpan('2024-06-12', null, 'nn')).not.toContain('kl.');
  });

  it.each([
    ['2024-03-31T00:59:00Z', '2024-03-31T01:59', '+01:00'],
    ['2024-03-31T01:00:00Z', '2024-03-31T03:00', '+02:00'],
    ['2024-10-27T01:30:00Z', '2024-10-27T02:30', '+02:00'],
    ['2024-12-24T23:30:00Z', '2024-12-25T00:30', '+01:00'],
  ])('%s is %s in Norway, at %s', (moment, local, offset) => {
    expect(osloTime(moment)).toBe(local);
    expect(withOsloOffset(local)).toBe(`${local}${offset}`);
  });

  it('a moment is told in Norwegian time', () => {
    expect(momentInWords('2026-11-20T04:12:00.000Z')).toBe('20. november 2026 kl. 05.12');
  });
});
