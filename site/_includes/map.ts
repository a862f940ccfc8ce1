/** A map of dots: every municipality's centre, coloured by community. Drawn when the site is built, as inline SVG. */
import type { PublishedCommunity } from '../../normalizer/index.ts';
import { type Html, html } from '../html.ts';
import type { Context } from '../page.ts';
import { paths } from '../paths.ts';
import { mapColours } from './map-colours.ts';

const height = 620;
const width = 516;
const [south, north, west, middle] = [57.75, 71.35, -6.2, 16.5];

// Sinusoidal around 16.5° E: true areas, and Norway keeps the leaning shape that people know.
function place({ lat, lon }: { lat: number; lon: number }): [number, number] {
  const scale = height / (north - south);
  const x = ((lon - middle) * Math.cos((lat * Math.PI) / 180) - west) * scale;
  return [Math.round(x), Math.round((north - lat) * scale)];
}

/** The dots of one community as one path: a line of no length with round ends is a dot. */
function dots(municipalities: PublishedCommunity['municipalities']): string {
  return municipalities
    .map(place)
    .map(([x, y]) => `M${x} ${y}h0`)
    .join('');
}

function frame(label: string, content: Html): Html {
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${content}</svg>`;
}

/** The whole country. Each community's dots are a link for the pointer; the list beside it is the link for the keyboard. */
export function countryMap(context: Context, label: string): Html {
  const { overview, lang, to } = context;
  const colours = mapColours(overview.communities);
  const layers = overview.communities.map(
    (community) =>
      html`<a href="${to(paths.community(lang, community.id))}" tabindex="-1"><title>${community.name[lang]}</title><path class="dots-${colours.get(community.id)}" d="${dots(community.municipalities)}"/></a>`,
  );
  return html`<div class="map-holder" aria-hidden="true">${frame(label, html`${layers}`)}</div>`;
}

/** The country with one community's municipalities in colour. */
export function communityMap(community: PublishedCommunity, context: Context, label: string): Html {
  const others = context.overview.communities.filter(({ id }) => id !== community.id);
  const rest = dots(others.flatMap(({ municipalities }) => municipalities));
  return frame(
    label,
    html`<path class="dots-rest" d="${rest}"/><path class="dots-own" d="${dots(community.municipalities)}"/>`,
  );
}
