import type { Attachment, Item } from '../../normalizer/index.ts';
import { evidenceOf, quoted } from '../_includes/evidence.ts';
import { itemJsonLd } from '../_includes/item-json-ld.ts';
import { kicker, summaryOf } from '../_includes/item-list.ts';
import { meetingList } from '../_includes/meeting-list.ts';
import { breadcrumb, fact, facts } from '../_includes/parts.ts';
import { recordHistory } from '../_includes/record-history.ts';
import { fullDate, momentInWords } from '../filters/dates.ts';
import { langAttribute } from '../filters/language-tag.ts';
import { type Hole, type Html, html, joined } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import { outwardLink, shownHost } from '../outward-link.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { counted, wordFor } from '../words.ts';

type Here = Context<Item>;

function dateFact(context: Here, field: 'published' | 'updated'): Html {
  const { record, t, lang } = context;
  const day = record[field];
  if (day === null)
    return field === 'published' ? fact(t.item.published, html`<span class="unknown">${t.item.noDate}</span>`) : html``;
  return fact(
    t.item[field],
    html`<time datetime="${day}">${fullDate(day, lang)}</time>${evidenceOf(record, field, context)}`,
  );
}

function linked(names: { text: string; path: string }[], { to }: Here): Html {
  return joined(
    names.map(({ text, path }) => html`<a href="${to(path)}">${text}</a>`),
    ', ',
  );
}

function municipalityNames({ record, overview, lang }: Here): { text: string; path: string }[] {
  return record.municipalities.flatMap((number) => {
    const name = overview.municipalityName(number);
    return name === undefined ? [] : [{ text: name, path: paths.municipality(lang, number) }];
  });
}

function factList(context: Here): Html {
  const { record, t, lang, overview, to } = context;
  const community = overview.community(record.community);
  const topics = record.topics.map((id) => ({ text: wordFor(t.topics, id), path: paths.topic(lang, id) }));
  const withEvidence = (value: Hole, field: string): Html => html`${value}${evidenceOf(record, field, context)}`;
  const municipalities = municipalityNames(context);
  return facts([
    dateFact(context, 'published'),
    dateFact(context, 'updated'),
    fact(
      t.item.community,
      community && html`<a href="${to(paths.community(lang, community.id))}">${community.name[lang]}</a>`,
    ),
    fact(t.item.kind, withEvidence(t.kinds[record.kind], 'kind')),
    fact(t.item.topics, topics.length > 0 && withEvidence(linked(topics, context), 'topics')),
    fact(
      t.item.municipalities,
      municipalities.length > 0 && withEvidence(linked(municipalities, context), 'municipalities'),
    ),
    fact(t.item.language, withEvidence(t.languages[record.language], 'language')),
    fact(t.item.format, record.format !== 'html' && record.format.toUpperCase()),
    fact(t.item.length, record.words > 0 && counted(t.count.words, record.words)),
  ]);
}

// The excerpt often begins with the lead: say the same words once.
function excerptOf(item: Item): string {
  const beginning = item.lead?.slice(0, 80) ?? '';
  return beginning !== '' && item.excerpt.startsWith(beginning) ? '' : item.excerpt;
}

function text(context: Here): Html {
  const { record, t, lang, overview } = context;
  const language = langAttribute(record.language, lang);
  const lead = record.lead && html`<p class="lead"${language}>${record.lead}</p>\n`;
  if (overview.settings.publish.page === 'full' && record.body !== '') {
    return html`${lead}<div class="body"${language}>${renderMarkdown(record.body)}</div>\n<p class="note">${t.item.fullNote}</p>`;
  }
  const excerpt = excerptOf(record);
  return html`${lead}${excerpt !== '' && html`<p class="excerpt"${language}>${excerpt}</p>\n`}<p class="note">${t.item.excerptNote}</p>`;
}

function sourceLink({ record, t }: Here): Html {
  const words = record.format === 'html' ? t.item.readAtSource : t.item.openAtSource;
  return html`<p class="to-source">${outwardLink(record.url, words, { attributes: html` class="button"`, host: false })} <span class="host">${shownHost(record.url)}</span></p>\n`;
}

function attachmentRow({ url, title, format, role, item }: Attachment, context: Here): Html {
  const { t, lang, to, overview, record } = context;
  const language = langAttribute(record.language, lang);
  const target = item === null ? undefined : overview.item(item);
  const link = target
    ? html`<a href="${to(paths.item(lang, target.id))}"${language}>${title}</a> <span class="host">${shownHost(url)}</span>`
    : outwardLink(url, title, { attributes: language });
  return html`<li>${link} <small>${t.roles[role]}, ${format.toUpperCase()}</small></li>\n`;
}

function attachments(context: Here): Html {
  const { record, t } = context;
  if (record.attachments.length === 0) return html``;
  return html`<section><h2>${t.item.attachments}</h2><ul class="papers">\n${record.attachments.map((attachment) => attachmentRow(attachment, context))}</ul></section>\n`;
}

function meetings(context: Here): Html {
  const { record, t, overview } = context;
  const known = record.meetings.map((id) => overview.meeting(id)).filter((meeting) => meeting !== undefined);
  if (known.length === 0) return html``;
  return html`<section><h2>${t.item.meetings}</h2>\n${meetingList(known, context, { oneCommunity: true })}</section>\n`;
}

function provenance(context: Here): Html {
  const { record, t } = context;
  const { provenance: origin, quality } = record;
  const moment = (at: string): Html => html`<time datetime="${at}">${momentInWords(at)}</time>`;
  const others = record.urls.filter((url) => url !== record.url);
  const read = Object.entries(record.evidence).map(([field, evidence]) =>
    fact(wordFor(t.evidenceFields, field), quoted(evidence, record.language, context)),
  );
  const rows = facts([
    fact(t.item.source, outwardLink(record.url, record.url, { host: false })),
    fact(
      t.item.alsoAt,
      others.length > 0 &&
        html`<ul class="plain">${others.map((url) => html`<li>${outwardLink(url, url, { host: false })}</li>`)}</ul>`,
    ),
    fact(t.item.capturedAt, moment(origin.capturedAt)),
    fact(t.item.firstSeen, moment(record.firstSeen)),
    fact(t.item.lastChanged, moment(record.lastChanged)),
    fact(t.item.revision, record.revision),
    fact(t.item.digest, origin.digest && html`<code>${origin.digest}</code>`),
    fact(t.item.extractor, origin.extractor),
    fact(t.item.quality, quality.flags.map((flag) => wordFor(t.flags, flag)).join(' ')),
    ...read,
  ]);
  return html`<details class="provenance"><summary>${t.item.provenance}</summary>\n${rows}</details>\n`;
}

/** One item: what it says in short, where to read it, and what every fact was read from. */
export default definePage<Item>('item', {
  entries: (overview, lang) =>
    overview.items.map((item) => ({
      path: paths.item(lang, item.id),
      key: `item ${item.id}`,
      record: item,
      changed: item.lastChanged.slice(0, 10),
    })),
  render: (context) => {
    const { record, t, lang, overview } = context;
    const isDocument = overview.isDocument(record);
    const list = isDocument
      ? { text: t.menu.documents, path: paths.documents(lang) }
      : { text: t.menu.news, path: paths.news(lang) };
    const state = record.state === 'live' ? undefined : record.state === 'gone' ? t.item.gone : t.item.moved;
    return {
      title: record.title,
      description: summaryOf(record) || record.title,
      head: itemJsonLd(context),
      main: html`${breadcrumb(context, [list])}<article class="reading"><div class="text"><p class="kicker">${kicker(record, context, {})}</p>
<h1${langAttribute(record.language, lang)}>${record.title}</h1>
${state && html`<p class="notice">${state}</p>\n`}${text(context)}
${sourceLink(context)}${attachments(context)}${meetings(context)}</div>
<aside aria-label="${t.item.facts}">${factList(context)}${provenance(context)}${recordHistory('item', record.id, context)}</aside></article>`,
    };
  },
});
