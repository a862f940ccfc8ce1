import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toOcdEvent } from '../ocd-event.ts';
import { defineOutput } from '../output.ts';

/** `ocd-events.json`: the meetings as Open Civic Data events, one a line. */
export default defineOutput({
  async write({ items, meetings }, folder) {
    const told = new Set(meetings.flatMap((meeting) => meeting.items));
    const addresses = new Map<string, string>();
    for await (const { id, url } of items()) if (told.has(id)) addresses.set(id, url);
    const lines = meetings.map((meeting) => JSON.stringify(toOcdEvent(meeting, addresses)));
    await writeFile(join(folder, 'ocd-events.json'), lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
  },
});
