/** What a run of gathering cost each host, as a small table. */
import type { Receipt, SourceOutcome } from '../scraper/index.ts';
import { span } from './durations.ts';
import { tableLines } from './table.ts';

const COLUMNS: { head: string; show(receipt: Receipt): string }[] = [
  { head: 'requests', show: ({ requests }) => String(requests) },
  { head: 'MB', show: ({ bytes }) => (bytes / 1e6).toFixed(2) },
  { head: '304', show: ({ requests, notModified }) => share(notModified, requests) },
  { head: 'waited', show: ({ waitedMs }) => (waitedMs === 0 ? '' : span(waitedMs)) },
  { head: 'robots refused', show: ({ robotsRefused }) => (robotsRefused === 0 ? '' : String(robotsRefused)) },
  { head: 'browser', show: ({ browserMs }) => (browserMs === 0 ? '' : span(browserMs)) },
];

/**
 * A line a host that was asked for anything, the busiest first, and their sum; columns that say nothing are left out. `hostOf`: a source's host.
 * No lines at all when nothing was asked.
 */
export function receiptLines(outcomes: readonly SourceOutcome[], hostOf: (source: string) => string): string[] {
  const hosts = new Map<string, Receipt>();
  for (const { source, receipt } of outcomes) {
    const host = hostOf(source);
    hosts.set(host, plus(hosts.get(host), receipt));
  }
  const busy = [...hosts].filter(([, { requests }]) => requests > 0).sort(([, a], [, b]) => b.requests - a.requests);
  if (busy.length === 0) return [];
  const sum = busy.map(([, receipt]) => receipt).reduce((a, b) => plus(a, b));
  const columns = COLUMNS.filter(({ show }) => !['', '0', '0.00'].includes(show(sum)));
  const row = (name: string, receipt: Receipt) => [name, ...columns.map(({ show }) => show(receipt))];
  const rows = [
    ['host', ...columns.map(({ head }) => head)],
    ...busy.map(([host, receipt]) => row(host, receipt)),
    ...(busy.length > 1 ? [row(`${busy.length} hosts`, sum)] : []),
  ];
  return tableLines(rows, { right: columns.map((_, at) => at + 1) });
}

function share(part: number, of: number): string {
  return part === 0 || of === 0 ? '' : `${Math.round((100 * part) / of)} %`;
}

function plus(a: Receipt | undefined, b: Receipt): Receipt {
  if (a === undefined) return b;
  return {
    requests: a.requests + b.requests,
    bytes: a.bytes + b.bytes,
    notModified: a.notModified + b.notModified,
    stored: a.stored + b.stored,
    waitedMs: a.waitedMs + b.waitedMs,
    robotsRefused: a.robotsRefused + b.robotsRefused,
    browserMs: a.browserMs + b.browserMs,
  };
}
