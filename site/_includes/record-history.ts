/** What became of a record, on its page. */
import type { Change } from '../../normalizer/index.ts';
import type { Happening } from '../_data/history.ts';
import { longDate, osloTime } from '../filters/dates.ts';
import { type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import { fill } from '../words.ts';

// Fields that say something about the matter; what else changes is about our reading of it.
function fieldNames({ fields }: Happening, { t }: Context): string[] {
  const names: Readonly<Record<string, string>> = t.history.fields;
  return [...new Set(fields.flatMap((field) => (Object.hasOwn(names, field) ? (names[field] ?? []) : [])))];
}

function words(happening: Happening, id: string, context: Context): string | undefined {
  const { history } = context.t;
  if (happening.to === id) return history.movedHere;
  if (happening.type !== 'changed') return history[happening.type];
  const names = fieldNames(happening, context);
  return names.length === 0 ? undefined : fill(history.changed, { fields: names.join(', ') });
}

/** A fold-out with each change and its day; nothing where none is known. */
export function recordHistory(record: Change['record'], id: string, context: Context): Html {
  const rows = context.overview.history.of(record, id).flatMap((happening) => {
    const told = words(happening, id, context);
    const day = osloTime(happening.at)?.slice(0, 10);
    if (told === undefined || day === undefined) return [];
    return [html`<li><time datetime="${happening.at}">${longDate(day)}</time> ${told}</li>\n`];
  });
  if (rows.length === 0) return html``;
  return html`<details class="provenance"><summary>${context.t.history.title}</summary><ol class="history">\n${rows}</ol></details>\n`;
}
