import { z } from 'zod';
import { decodeText } from '../charset.ts';
import type { Head } from '../page.ts';
import { parseMarkup } from '../parse.ts';
import { defineReader } from '../reader.ts';
import { textOf } from '../tree.ts';

/** What is read of WordPress' own REST object; all else (authors, avatars, excerpts) is left. */
const Post = z.object({
  type: z.string().default('post'),
  date_gmt: z.string().nullish(),
  modified_gmt: z.string().nullish(),
  title: z.object({ rendered: z.string() }),
  content: z.object({ rendered: z.string(), protected: z.boolean().default(false) }),
});

/**
 * A post or page as WordPress' REST interface gives it (`/wp-json/wp/v2/…`). Its `*_gmt` dates are UTC without a zone.
 * An object of another shape gives an empty tree and the flag `broken`.
 */
export default defineReader({
  mediaTypes: ['application/vnd.samla.wordpress-post+json'],
  extensions: [],
  isolated: false,
  read(capture) {
    const post = Post.safeParse(parseJson(decodeText(capture.body)));
    if (!post.success)
      return { format: 'html', $: parseMarkup('').$, head: emptyHead(), bare: true, flags: ['broken'] };
    const { $, flags } = parseMarkup(`<body><main>${post.data.content.rendered}</main></body>`);
    if (post.data.content.protected) flags.push('encrypted');
    return { format: 'html', $, head: headOf(post.data), bare: true, flags };
  },
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema then says that it is no post
  }
}

function emptyHead(): Head {
  return { meta: new Map(), jsonLd: [] };
}

function headOf(post: z.infer<typeof Post>): Head {
  const head: Head = { ...emptyHead(), title: textOf(parseMarkup(post.title.rendered).document) };
  head.meta.set('wordpress:type', [post.type]);
  if (post.date_gmt) head.created = asUtc(post.date_gmt);
  if (post.modified_gmt) head.modified = asUtc(post.modified_gmt);
  return head;
}

function asUtc(moment: string): string {
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(moment) ? moment : `${moment}Z`;
}
