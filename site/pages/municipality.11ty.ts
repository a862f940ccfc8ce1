import type { PublishedCommunity } from '../../normalizer/index.ts';
import { itemList } from '../_includes/item-list.ts';
import { asOfLine, pageHead } from '../_includes/parts.ts';
import { html } from '../html.ts';
import { definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../words.ts';

interface Municipality {
  number: string;
  name: string;
  officialName: string | null;
  community: PublishedCommunity;
}

const shown = 50;

/** One municipality: where it belongs and what names it. */
export default definePage<Municipality>('municipality', {
  entries: (overview, lang) =>
    overview.communities.flatMap((community) =>
      community.municipalities.map(({ number, name, officialName }) => ({
        path: paths.municipality(lang, number),
        key: `municipality ${number}`,
        record: { number, name, officialName, community },
      })),
    ),
  render: (context) => {
    const { record, t, lang, to, overview } = context;
    const title = fill(t.municipality.of, { name: record.name });
    const community = record.community;
    const [before, after] = t.municipality.belongs.split('{name}');
    const belongs = html`${before}<a href="${to(paths.community(lang, community.id))}">${community.name[lang]}</a>${after}`;
    const official = record.officialName && record.officialName !== record.name ? ` (${record.officialName})` : '';
    return {
      title,
      description: `${title}. ${fill(t.municipality.belongs, { name: community.name[lang] })}`,
      main: html`${pageHead(context, `${title}${official}`, belongs, [{ text: t.municipality.title, path: paths.municipalities(lang) }])}${asOfLine(context)}<section><h2>${t.municipality.mentions}</h2>
${itemList(overview.itemsNaming(record.number).slice(0, shown), context, { empty: t.municipality.none })}</section>`,
    };
  },
});
