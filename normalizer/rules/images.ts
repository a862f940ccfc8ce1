import type { Element } from 'domhandler';
import { says } from '../boilerplate.ts';
import type { Image } from '../model.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { defineRule } from '../rule.ts';
import { foldSpace } from '../text.ts';
import { attribute, byTag } from '../tree.ts';

const SMALLEST = 48;

/** The pictures in the content, with what is said under them and who made them. Icons, logos and spacers are none. */
export default defineRule<Image[]>({
  needs: [],
  read(page) {
    const images = new Map<string, Image>();
    for (const element of byTag(page.content, 'img')) {
      const url = attribute(element, 'src');
      if (/^https?:/.test(url) && !isOrnament(element) && !images.has(url)) images.set(url, imageOf(element, url));
    }
    return images.size === 0 ? undefined : { value: [...images.values()] };
  },
});

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
