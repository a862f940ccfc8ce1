import { proseContent } from '../_includes/prose-page.ts';
import { definePage } from '../page.ts';
import { paths } from '../paths.ts';

/** What Samla is and what can be trusted. */
export default definePage<null>('about', {
  menu: { place: 'footer', order: 110, label: 'about', path: paths.about },
  entries: (_overview, lang) => [{ path: paths.about(lang), key: 'about', record: null }],
  render: (context) => proseContent(context, (texts) => texts.about),
});
