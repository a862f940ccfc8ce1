import { describe, expect, it } from 'vitest';
import { explainLines } from '../../cli/explain-report.ts';

describe('samla explain', () => {
  it('tells each removal with its reason, each field with its evidence, and where the original lies', () => {
    const lines = explainLines({
      url: 'https://a.example.no/sak',
      community: 'a',
      source: 'a-nyheter',
      known: { role: 'page', state: 'live', status: 200, mediaType: 'text/html', aliases: [] },
      capture: { id: '<urn:uuid:1>', file: 'a.warc.gz', offset: 120 },
      capturedAt: '2026-01-05T04:00:00Z',
      leftOut: 'it lists 4 other pages and says little itself',
      fields: [{ field: 'title', value: 'Saker', evidence: { text: 'Saker', from: 'text' } }],
      removed: [{ cleanup: 'share', reason: 'ways to share', text: 'Del på Facebook' }],
      flags: [],
    }).map(({ text }) => text);
    expect(lines).toContain('  left out: it lists 4 other pages and says little itself');
    expect(lines).toContain('    from text: “Saker”');
    expect(lines).toContain('  share: ways to share');
    expect(lines).toContain('    “Del på Facebook”');
    expect(lines.join('\n')).toContain('a.warc.gz, byte 120');
  });
});
