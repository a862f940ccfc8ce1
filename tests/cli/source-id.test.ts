import { describe, expect, it } from 'vitest';
import { sourceIdFor } from '../../cli/source-id.ts';

describe('the id of a new source', () => {
  it.each([
    ['https://www.vidda-sykehus.example.no/om-oss/nyheter/', 'vidda-sykehus-example-nyheter'],
    ['https://www.vidda.no/', 'vidda'],
    ['https://vidda.kommune.no/', 'vidda-kommune'],
    ['https://vidda.no/Møter/Årsmøte%20i%20Bø.aspx', 'vidda-arsmote-i-bo'],
    ['https://vidda.no/moter/partnerskapsmotet.44101.aspx', 'vidda-partnerskapsmotet'],
    ['https://vidda.no/om.6417618-42.html', 'vidda-om'],
    ['https://vidda.no/aktuelt/?o=fjell', 'vidda-fjell'],
    ['http://127.0.0.1:8080/nyheter/', '127-0-0-1-8080-nyheter'],
    ['https://vidda.no/sa/o%C4%91%C4%91asat/', 'vidda-o-asat'],
  ])('of %s is %s', (url, id) => {
    expect(sourceIdFor(url, new Set())).toBe(id);
  });

  it('takes more of the path, then a number, when others have it', () => {
    const url = 'https://vidda.no/fag/samhandling/referat/';
    expect(sourceIdFor(url, new Set(['vidda-referat']))).toBe('vidda-samhandling-referat');
    expect(sourceIdFor(url, new Set(['vidda-referat', 'vidda-samhandling-referat']))).toBe(
      'vidda-fag-samhandling-referat',
    );
    const all = new Set(['vidda-referat', 'vidda-samhandling-referat', 'vidda-fag-samhandling-referat']);
    expect(sourceIdFor(url, all)).toBe('vidda-referat-2');
    expect(sourceIdFor('https://vidda.no/', new Set(['vidda']))).toBe('vidda-2');
  });

  it('is cut at a word’s end when the path is long', () => {
    const id = sourceIdFor(`https://vidda.no/${'partnerskapsmote-'.repeat(8)}slutt/`, new Set());
    expect(id.length).toBeLessThanOrEqual(60);
    expect(id).toMatch(/^vidda(-partnerskapsmote)+$/);
  });
});
