/** A map of the country by helsefellesskap, drawn once by `map/draw-regions.ts` and put into the page as inline SVG. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PublishedCommunity } from '../../normalizer/index.ts';
import { type Html, html } from '../html.ts';
import { mapSize, project } from '../map/projection.ts';
import type { Context } from '../page.ts';
import { paths } from '../paths.ts';
import { mapColours } from './map-colours.ts';

const RegionsSchema = z.object({ of: z.string(), paths: z.record(z.string(), z.string().regex(/^[MmLlz\d .-]*$/)) });

/** The drawn areas by community. */
export const regions = RegionsSchema.parse(
  JSON.parse(readFileSync(new URL('../map/regions.json', import.meta.url), 'utf8')),
);

/** The centres as dots, for a community that no area was drawn of: a line of no length with round ends is a dot. */
function dots(municipalities: PublishedCommunity['municipalities']): string {
  return municipalities
    .map(project)
    .map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`)
    .join('');
}

function shape({ id, municipalities }: PublishedCommunity, name: string): Html {
  const area = Object.hasOwn(regions.paths, id) ? regions.paths[id] : undefined;
  if (area === undefined) return html`<path class="dots-${name}" d="${dots(municipalities)}"/>`;
  return html`<path class="area area-${name}" d="${area}"/>`;
}

/** The rest of the country, so that it is one even while only some communities are known. */
function land(shown: readonly PublishedCommunity[]): Html {
  const others = Object.entries(regions.paths).filter(([id]) => !shown.some((community) => community.id === id));
  return html`${others.map(([, area]) => html`<path class="area area-rest" d="${area}"/>`)}`;
}

function frame(label: string, content: Html): Html {
  return html`<svg class="map" viewBox="0 0 ${mapSize.width} ${mapSize.height}" role="img" aria-label="${label}">${content}</svg>`;
}

/** The whole country. Each area is a link for the pointer; the list beside it is the link for the keyboard. */
export function countryMap(context: Context, label: string): Html {
  const { overview, lang, to } = context;
  const colours = mapColours(overview.communities);
  const layers = overview.communities.map(
    (community) =>
      html`<a href="${to(paths.community(lang, community.id))}" tabindex="-1"><title>${community.name[lang]}</title>${shape(community, String(colours.get(community.id)))}</a>`,
  );
  return html`<div class="map-holder" aria-hidden="true">${frame(label, html`${land(overview.communities)}${layers}`)}</div>`;
}

/** The country with one community in colour. */
export function communityMap(community: PublishedCommunity, context: Context, label: string): Html {
  const others = context.overview.communities.filter(({ id }) => id !== community.id);
  const rest = others.map((other) => shape(other, 'rest'));
  return frame(label, html`${land(context.overview.communities)}${rest}${shape(community, 'own')}`);
}
