import type { SourceHealth } from '../../cli/rebuild/sick-source.ts';

/** Words that a site could send to mention somebody, run something or mark something up where they are shown. */
export const HOSTILE = '@everyone `$(touch /tmp/x)` <script>alert(1)</script>\n## a | b\u202e';

/** A source that fails with such words. */
export const sick: SourceHealth = {
  id: 'prove-nyheter',
  community: 'prove',
  url: 'https://example.no/nyheter/',
  state: 'failing',
  cause: 'timeout',
  message: HOSTILE,
  lastSuccess: '2026-01-01T02:00:00Z',
};
