import type { Item, Meeting } from '../../normalizer/index.ts';
import { itemList } from '../_includes/item-list.ts';
import { hasDay } from '../_includes/meeting-event.ts';
import { meetingJsonLd } from '../_includes/meeting-json-ld.ts';
import { meetingLanguage, placeWords, shownStatus, statusLabel } from '../_includes/meeting-list.ts';
import { breadcrumb, fact, facts } from '../_includes/parts.ts';
import { recordHistory } from '../_includes/record-history.ts';
import { longDate, timeSpan } from '../filters/dates.ts';
import { langAttribute } from '../filters/language-tag.ts';
import { grouped } from '../filters/numbers.ts';
import { type Html, html } from '../html.ts';
import { outwardLink } from '../outward-link.ts';
import { type Context, definePage } from '../page.ts';
import { paths } from '../paths.ts';
import { counted, fill } from '../words.ts';

type Here = Context<Meeting>;

function participants({ record, t }: Here): string | undefined {
  if (!record.participants) return undefined;
  const { count, approximate } = record.participants;
  return approximate ? fill(t.meeting.about, { n: grouped(count) }) : grouped(count);
}

function status(context: Here): Html {
  const { record, t } = context;
  const shown = shownStatus(record, context);
  const moved = record.movedFrom && fill(t.meeting.movedFrom, { date: longDate(record.movedFrom) });
  return html`<span class="status status-${shown}">${t.statuses[shown]}</span>${moved && html` <small>${moved}</small>`}`;
}

function confidence({ record, t }: Here): string {
  const { high, middle, low } = t.meeting.confident;
  return record.confidence >= 0.8 ? high : record.confidence >= 0.5 ? middle : low;
}

function precision({ record, t }: Here): string | undefined {
  if (record.precision === 'minute') return undefined;
  return record.precision === 'day' ? t.meeting.noTime : t.meeting.noDay;
}

function factList(context: Here): Html {
  const { record, t, lang, overview, to } = context;
  const community = overview.community(record.community);
  const language = langAttribute(meetingLanguage(record, context), lang);
  const vague = precision(context);
  return facts([
    fact(
      t.meeting.when,
      html`<time datetime="${record.start}">${timeSpan(record.start, record.end, lang)}</time>${vague && html` <small>${vague}</small>`}`,
    ),
    fact(t.meeting.where, placeWords(record, context)),
    fact(t.meeting.status, status(context)),
    fact(
      t.item.community,
      community && html`<a href="${to(paths.community(lang, community.id))}">${community.name[lang]}</a>`,
    ),
    fact(t.meeting.body, html`<a href="${to(paths.meetingsOfBody(lang, record.body))}">${t.bodies[record.body]}</a>`),
    fact(t.meeting.localName, record.localName && html`<span${language}>${record.localName}</span>`),
    fact(t.meeting.participants, participants(context)),
    fact(t.meeting.confidence, confidence(context)),
  ]);
}

/** Only while it is still to come: nobody enters what has been. */
function addToCalendar({ record, t, lang, overview, to }: Here): Html | false {
  if (!overview.isUpcoming(record) || !hasDay(record)) return false;
  return html`<p class="to-source"><a class="button" href="${to(paths.meetingCalendar(lang, record.id))}" type="text/calendar">${t.feed.addToCalendar}</a></p>\n`;
}

function papers(context: Here): Html {
  const { record, t, lang } = context;
  const language = langAttribute(meetingLanguage(record, context), lang);
  const rows = record.documents.map(
    ({ url, title, role }) =>
      html`<li>${outwardLink(url, title, { attributes: language })} <small>${t.roles[role]}</small></li>\n`,
  );
  const list =
    rows.length === 0 ? html`<p class="empty">${t.meeting.noPapers}</p>` : html`<ul class="papers">\n${rows}</ul>`;
  return html`<section><h2>${t.meeting.papers}</h2>\n${list}</section>\n`;
}

function evidence(context: Here): Html {
  const { record, t, lang, to, overview } = context;
  const rows = record.evidence.map(({ item, text }) => {
    const teller = overview.item(item);
    const quote = html`<q${langAttribute(teller?.language ?? 'und', lang)}>${text}</q>`;
    if (!teller) return html`<li>${quote}</li>\n`;
    const link = html`<a href="${to(paths.item(lang, teller.id))}"${langAttribute(teller.language, lang)}>${teller.title}</a>`;
    return html`<li>${quote} <span class="from">${t.meeting.inItem} ${link}</span></li>\n`;
  });
  if (rows.length === 0) return html``;
  return html`<details class="provenance"><summary>${t.meeting.evidence}</summary><ul class="quotes">\n${rows}</ul></details>\n`;
}

/** One meeting: when, where, which body, its papers, what tells of it, and the words that it was read from. */
export default definePage<Meeting>('meeting', {
  entries: (overview, lang) =>
    overview.meetings.map((meeting) => ({
      path: paths.meeting(lang, meeting.id),
      key: `meeting ${meeting.id}`,
      record: meeting,
    })),
  render: (context) => {
    const { record, t, lang, overview } = context;
    const name = overview.community(record.community)?.name[lang] ?? record.community;
    const when = timeSpan(record.start, record.end, lang);
    const [label, where] = [statusLabel(record, context), placeWords(record, context)];
    const items = record.items.map((id) => overview.item(id)).filter((item): item is Item => item !== undefined);
    return {
      title: `${record.title}, ${longDate(record.start)}`,
      description: `${t.bodies[record.body]}, ${name}, ${when}. ${counted(t.count.items, items.length)}.`,
      head: meetingJsonLd(context),
      main: html`${breadcrumb(context, [{ text: t.meeting.title, path: paths.meetings(lang) }])}<article class="reading"><div class="text"><p class="kicker">${name} <i>·</i> ${t.bodies[record.body]}</p>
<h1${langAttribute(meetingLanguage(record, context), lang)}>${record.title}</h1>
<p class="lead when">${when}${label && html` ${label}`}</p>
${where && html`<p class="where">${where}</p>\n`}${addToCalendar(context)}${papers(context)}<section><h2>${t.meeting.told}</h2>
${itemList(items, context, { oneCommunity: true })}</section>
</div><aside aria-label="${t.item.facts}">${factList(context)}${evidence(context)}${recordHistory('meeting', record.id, context)}</aside></article>`,
    };
  },
});
