import { describe, expect, test } from 'vitest';
import { registrableDomain } from '../../scraper/registrable-domain.ts';
import { SourceSchema } from '../../scraper/registry.ts';
import { scopeOf } from '../../scraper/scope.ts';

function scope(url: string, more: Record<string, unknown> = {}) {
  const source = SourceSchema.parse({ id: 'x', url, publishes: ['news'], scope: 'community', ...more });
  return scopeOf(source, new Set(['venn.example.com']));
}

describe('the registrable part of a host', () => {
  test.each([
    ['www.sjukehuset.example.no', 'example.no'],
    ['filer.example.no:8080', 'example.no'],
    ['WWW.Fjord.KOMMUNE.no', 'fjord.kommune.no'],
    ['kommune.no', undefined],
    ['127.0.0.1:80', undefined],
    ['[::1]:80', undefined],
    ['localhost', undefined],
    ['fil.kunde.blob.core.windows.net', 'kunde.blob.core.windows.net'],
  ])('of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });
});

describe('documents', () => {
  test.each([
    ['https://filer.example.no/referat.pdf', true],
    ['https://venn.example.com/referat.pdf', true],
    ['https://annen.example.com/referat.pdf', false],
    ['https://example.org/referat.pdf', false],
    ['https://filer.example.no/innsyn/referat.pdf', false],
  ])('from %s: %s', (url, isOurs) => {
    expect(scope('https://www.example.no/samarbeid/').isDocument(url)).toBe(isOurs);
  });

  test('of another municipality are not ours', () => {
    expect(scope('https://fjord.kommune.no/').isDocument('https://vik.kommune.no/a.pdf')).toBe(false);
  });
});

describe('a registered address that chooses an area by its query', () => {
  const { isPage } = scope('https://example.no/nytt/?o=fjord');
  test.each([
    ['https://example.no/nytt/?o=fjord', true],
    ['https://example.no/nytt/?o=fjord&page=2', true],
    ['https://example.no/nytt/?o=vik', false],
    ['https://example.no/nytt/?page=2&o=vik', false],
    ['https://example.no/nytt/sak/?o=vik', true],
    ['https://example.no/nytt/sak/', true],
  ])('%s: %s', (url, isOurs) => {
    expect(isPage(url)).toBe(isOurs);
  });

  test('leaves the turning of pages alone, and the areas that are registered beside it', () => {
    expect(scope('https://example.no/nytt/?page=1').isPage('https://example.no/nytt/?page=2')).toBe(true);
    const two = scope('https://example.no/nytt/?o=fjord', { start: ['https://example.no/nytt/?o=vik'] });
    expect(two.isPage('https://example.no/nytt/?o=vik&page=2')).toBe(true);
    expect(two.isPage('https://example.no/nytt/?o=dal')).toBe(false);
  });
});
