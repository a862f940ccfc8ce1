/** Those who read pages in the benches: Samla and its peers, each from the same markup to a title and a text in Markdown. */
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import TurndownService from 'turndown';
import { fieldsOf, readMarkup } from '../normalizer/html/read.ts';

/** What a reader made of a page. */
export interface Told {
  title: string;
  text: string;
}

/** A page as it came, and decoded for those who take text only. */
export interface RawPage {
  url: string;
  bytes: Uint8Array;
  html: string;
}

/** A reader of pages. */
export type Reader = (page: RawPage) => Promise<Told> | Told;

const turndown = new TurndownService();

async function samla({ bytes, url }: RawPage): Promise<Told> {
  const { title, lead, body } = fieldsOf(await readMarkup(bytes, { url }));
  return { title: title ?? '', text: `${title}\n\n${lead ?? ''}\n\n${body}` };
}

function readability({ html }: RawPage): Told {
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as Document).parse();
  return { title: article?.title ?? '', text: `${article?.title}\n\n${turndown.turndown(article?.content ?? '')}` };
}

async function defuddle({ html, url }: RawPage): Promise<Told> {
  const { document } = parseHTML(html);
  const { title, content } = await Defuddle(document as unknown as Document, url, { markdown: true });
  return { title, text: `${title}\n\n${content}` };
}

/** By the name that the table gives them. */
export const READERS = {
  samla,
  'readability + linkedom + turndown': readability,
  defuddle,
} satisfies Record<string, Reader>;
