import type { Element } from 'domhandler';
import { says } from '../boilerplate.ts';
import type { Image } from '../model.ts';
import type { Page } from '../page.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { defineRule } from '../rule.ts';
import { byTag } from '../tags.ts';
import { foldSpace } from '../text.ts';
import { attribute } from '../tree.ts';

const SMALLEST = 48;
const STAND_IN = /logo|default|standard|fallback|placeholder|favicon|icon|share|some-|facebook|opengraph/i;

/** The pictures in the content, with what is said under them and who made them. Icons, logos and spacers are none. */
export default defineRule<Image[]>({
  needs: [],
  read(page) {
    const images = new Map<string, Image>();
    for (const element of byTag(page.content, 'img')) {
      const url = attribute(element, 'src');
      if (/^https?:/.test(url) && !isOrnament(element) && !images.has(url)) images.set(url, imageOf(element, url));
    }
    const hero = sharedPicture(page);
    if (hero !== undefined && ![...images.keys()].some((url) => fileOf(url) === fileOf(hero.url)))
      images.set(hero.url, hero);
    return images.size === 0 ? undefined : { value: [...images.values()] };
  },
});

/** What the page names as its own picture (`og:image`), unless it is the site's: a logo or a stand-in. */
function sharedPicture(page: Page): Image | undefined {
  const [named] = page.head.meta.get('og:image') ?? page.head.meta.get('og:image:url') ?? [];
  if (named === undefined || !URL.canParse(named, page.url)) return undefined;
  const { href, protocol, pathname } = new URL(named, page.url);
  if (!/^https?:$/.test(protocol) || STAND_IN.test(pathname)) return undefined;
  const alt = withoutPersonalData(page.head.meta.get('og:image:alt')?.[0] ?? '');
  return { url: href, alt, caption: null, credit: null };
}

/** One picture is sent in many sizes: the same file under other folders, queries or with its size in the name. */
function fileOf(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return name.replace(/-\d{2,4}x\d{2,4}(?=\.)/, '').toLowerCase();
}

function imageOf(element: Element, url: string): Image {
  const noted = (name: string) => {
    const text = withoutPersonalData(foldSpace(attribute(element, name)));
    return text === '' ? null : text;
  };
  return { url, alt: noted('alt') ?? '', caption: noted('data-caption'), credit: noted('data-credit') };
}

function isOrnament(element: Element): boolean {
  const sizes = [attribute(element, 'width'), attribute(element, 'height')].map((size) => Number.parseInt(size, 10));
  if (sizes.some((size) => size > 0 && size < SMALLEST)) return true;
  return (
    /(?:^|[/_-])(?:logo|icon|ikon|spacer|pixel|blank)[^/]*$/i.test(attribute(element, 'src')) ||
    /^logo\b/i.test(attribute(element, 'alt')) ||
    says('menu', attribute(element, 'alt'))
  );
}
