import type { ProgressEvent } from '../scraper/index.ts';
import type { Terminal } from './command.ts';

/** Shows a run of gathering: one redrawn line on a terminal, a line a finished source elsewhere. */
export function gatheringProgress(terminal: Terminal): (event: ProgressEvent) => void {
  let sources = 0;
  let finished = 0;
  let answers = 0;
  return (event) => {
    if (event.kind === 'source-started') sources = event.sources;
    if (event.kind === 'answer') answers += 1;
    if (event.kind === 'source-finished') {
      finished += 1;
      const { source, state, pages, receipt } = event.outcome;
      if (!terminal.live) terminal.say(`${source}: ${state}, ${pages} pages known, ${receipt.requests} requests`);
    }
    const about = 'source' in event ? `, ${event.source}` : '';
    terminal.progress(`${bar(finished, sources)} ${finished} of ${sources} sources, ${answers} answers${about}`);
  };
}

function bar(done: number, of: number): string {
  const width = 20;
  const full = of === 0 ? 0 : Math.round((width * done) / of);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}
