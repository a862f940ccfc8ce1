/** Links in a page's head by which browsers and readers find the feeds and calendars of what the page shows. */
import type { Meeting, PublishedCommunity } from '../../normalizer/index.ts';
import { type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import { paths } from '../paths.ts';
import { calendarName } from './calendar-name.ts';
import { feedName } from './feed-entries.ts';

/** What a page is of; everything when nothing is given. */
export interface ShownOf {
  community?: PublishedCommunity;
  topic?: string;
  body?: Meeting['body'];
}

const link = ({ to }: Context, type: string, path: string, title: string): Html =>
  html`<link rel="alternate" type="${type}" title="${title}" href="${to(path)}">\n`;

/** The two feeds of everything, of a community or of a topic. */
export function feedLinks(context: Context, of: Pick<ShownOf, 'community' | 'topic'> = {}): Html {
  const { community, topic } = of;
  const address = { ...(community && { community: community.id }), ...(topic !== undefined && { topic }) };
  const title = feedName(of, context);
  const at = (format: 'atom' | 'json'): string => paths.feed(context.lang, format, address);
  return html`${link(context, 'application/atom+xml', at('atom'), title)}${link(context, 'application/feed+json', at('json'), title)}`;
}

/** The calendar of everything, of a community or of a kind of body. */
export function calendarLink(context: Context, of: Pick<ShownOf, 'community' | 'body'> = {}): Html {
  const { community, body } = of;
  const address = { ...(community && { community: community.id }), ...(body !== undefined && { body }) };
  return link(context, 'text/calendar', paths.calendar(context.lang, address), calendarName(of, context));
}
