import { proseContent } from '../_includes/prose-page.ts';
import { definePage } from '../page.ts';
import { paths } from '../paths.ts';

/** For those who find the crawler in their logs; its User-Agent points here. */
export default definePage<null>('robot', {
  menu: { place: 'footer', order: 140, label: 'robot', path: paths.robot },
  entries: (_overview, lang) => [{ path: paths.robot(lang), key: 'robot', record: null }],
  render: (context) => proseContent(context, (texts) => texts.robot),
});
