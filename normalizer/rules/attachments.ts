import { documentFormat } from '../document-link.ts';
import { documentRole } from '../document-role.ts';
import type { Attachment } from '../model.ts';
import type { Block, Link } from '../page.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { defineRule } from '../rule.ts';

const SUFFIX =
  /\s{0,3}[([]\s{0,3}(?:(?:åpnes|opnast|opnar)[^)\]]{0,40}|(?:pdf|docx?|pptx?|xlsx?|odt|odp|word|excel|powerpoint)(?:[\s,.-]{0,4}[\d.,]{1,6}\s{0,2}(?:k|m)b)?|[\d.,]{1,6}\s{0,2}(?:k|m)b)\s{0,3}[)\]]\s{0,3}$/i;
const ENDING = /\.(?:pdf|docx?|pptx?|xlsx?|odt|odp|ods|rtf)$/i;
/** Words that say nothing of the document itself. */
const BARE = /^(?:les|last ned|lastned|her|klikk her|pdf|word|se|sjå|dokument|vedlegg|fil|open|åpne|opne|download)$/i;

/** The documents that the content links to, with what each is for. */
export default defineRule<Omit<Attachment, 'item'>[]>({
  needs: [],
  read(page) {
    const found = new Map<string, Omit<Attachment, 'item'>>();
    for (const block of page.blocks) {
      for (const link of block.links) {
        const format = documentFormat(link.url, link.text) ?? page.documents?.get(link.url);
        if (format === undefined || found.has(link.url) || link.url === page.url) continue;
        const role = documentRole(link.text, link.url, contextOf(block))?.role ?? 'other';
        found.set(link.url, { url: link.url, title: titleOf(link, format), format, role });
      }
    }
    return found.size === 0 ? undefined : { value: [...found.values()] };
  },
});

/** The line that the link stands in, and the heading above it. */
function contextOf(block: Block): string {
  const line = block.text.length <= 200 ? block.text : '';
  return [line, block.cell?.columnHeader ?? '', block.term ?? '', block.trail.at(-1) ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

function titleOf(link: Link, format: string): string {
  let title = link.text;
  for (let cut = title.replace(SUFFIX, ''); cut !== title; cut = title.replace(SUFFIX, '')) title = cut;
  title = title.replace(ENDING, '').trim();
  if (title === '' || BARE.test(title) || /^https?:\/\//.test(title))
    title = fileName(link.url) ?? format.toUpperCase();
  return withoutPersonalData(title);
}

/** The file's name with its joints as spaces: `referat-ssu-180324.pdf` -> "referat ssu 180324". */
function fileName(url: string): string | undefined {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  const name = safeDecode(last)
    .replace(ENDING, '')
    .replace(/[_+-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}{2}/u.test(name) ? name : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign is part of the name
  }
}
