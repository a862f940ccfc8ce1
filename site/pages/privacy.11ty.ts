import { proseContent } from '../_includes/prose-page.ts';
import { definePage } from '../page.ts';
import { paths } from '../paths.ts';

/** Privacy, and how to have something removed. */
export default definePage<null>('privacy', {
  menu: { place: 'footer', order: 130, label: 'privacy', path: paths.privacy },
  entries: (_overview, lang) => [{ path: paths.privacy(lang), key: 'privacy', record: null }],
  render: (context) => proseContent(context, (texts) => texts.privacy),
});
