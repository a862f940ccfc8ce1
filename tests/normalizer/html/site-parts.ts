/** Parts that public sites set round a text, and content that looks like them: what each page must lose and what it must keep. */

/** Where a part stands: before the title, between title and text, among the paragraphs, below the text, or after all boxes. */
export type Where = 'over' | 'under-title' | 'among' | 'below' | 'last';

/** One part: its name, its place, its markup, and the words that must go or stay. */
export interface SitePart {
  name: string;
  where: Where;
  html: string;
  goes?: string[];
  stays?: string[];
}

const TEXT = [
  '<p>Kommunene og sykehuset har laget en felles rutine for utskriving, og den gjelder fra nyttår for alle avdelinger.</p>',
  '<p>Rutinen skal prøves i ett år før den vurderes på nytt av begge parter.</p>',
];
/** What every page says: it must always stay. */
export const KEPT = ['gjelder fra nyttår', 'før den vurderes på nytt'];

/** How a site is built round its text: with landmarks, with boxes alone, and with a table. */
export const frames: Record<string, (part: SitePart) => string> = {
  landmarks: (part) =>
    `<body>${at(part, 'over')}<main><h1>Felles rutine</h1>${at(part, 'under-title')}<div>${text(part)}</div>${at(part, 'below')}</main>${at(part, 'last')}</body>`,
  boxes: (part) =>
    `<body><div id="w"><div>${at(part, 'over')}</div><div><div><h1>Felles rutine</h1>${at(part, 'under-title')}<div class="rt">${text(part)}</div>${at(part, 'below')}</div></div>${at(part, 'last')}</div></body>`,
};

/** The whole page with the part in its place. */
export function pageWith(part: SitePart, frame: string): string {
  const body = frames[frame]?.(part) ?? '';
  return `<html><head><title>Felles rutine</title></head>${body}</html>`;
}

function at(part: SitePart, where: Where): string {
  return part.where === where ? part.html : '';
}

function text(part: SitePart): string {
  return `${TEXT[0]}${at(part, 'among')}${TEXT[1]}`;
}
