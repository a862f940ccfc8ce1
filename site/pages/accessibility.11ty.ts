import { proseContent } from '../_includes/prose-page.ts';
import { definePage } from '../page.ts';
import { paths } from '../paths.ts';

/** The accessibility statement. */
export default definePage<null>('accessibility', {
  menu: { place: 'footer', order: 120, label: 'accessibility', path: paths.accessibility },
  entries: (_overview, lang) => [{ path: paths.accessibility(lang), key: 'accessibility', record: null }],
  render: (context) => proseContent(context, (texts) => texts.accessibility),
});
