/** What all of a DCAT catalogue's nodes share: who publishes, whom to ask, on which terms; and the small words they are written with. */
import type { Records } from '../output.ts';
import { addressOf } from './files.ts';
import type { Node, Thing } from './graph.ts';
import { type Both, CATALOGUE } from './texts.ts';

const iriOf = (address: string): Thing => ({ iri: address });

/** A property of a node with what it points to. */
export type Property = readonly [name: string, thing: Thing];

/** Who publishes the data. */
export function publisherNode(records: Records): Node {
  const { operator, title } = records.site;
  return {
    iri: publisherAddress(records),
    types: ['foaf:Agent'],
    properties: [
      ['foaf:name', { text: operator.name ?? title.nb, lang: 'nb' }],
      ...(operator.organisation === null ? [] : [property('dct:identifier', { value: operator.organisation })]),
    ],
  };
}

/** A registered body has its address in the national register; whoever is none yet has one of ours. */
export function publisherAddress(records: Records): string {
  const { organisation } = records.site.operator;
  if (organisation === null) return `${address(records, 'katalog.ttl')}#utgiver`;
  return `https://organization-catalog.fellesdatakatalog.digdir.no/organizations/${organisation}`;
}

/** Whom to ask: a page, never a person. */
export function contactNode(records: Records): Node {
  const { operator, title } = records.site;
  return {
    iri: `${address(records, 'katalog.ttl')}#kontakt`,
    types: ['vcard:Organization'],
    properties: [
      ['vcard:fn', { text: operator.name ?? title.nb, lang: 'nb' }],
      ['vcard:hasURL', iriOf(operator.contact)],
    ],
  };
}

/** What the licence covers, and what belongs to the sources (STANDARDS B3.4). */
export function rightsNode(records: Records): Node {
  return {
    iri: `${address(records, 'katalog.ttl')}#vilkar`,
    types: ['dct:RightsStatement'],
    properties: both('dct:description', CATALOGUE.rights),
  };
}

/** One property. */
export function property(name: string, thing: Thing): Property {
  return [name, thing];
}

/** A property in both written standards. */
export function both(name: string, { nb, nn }: Both): Property[] {
  return [
    [name, { text: nb, lang: 'nb' }],
    [name, { text: nn, lang: 'nn' }],
  ];
}

/** The public address of a published file. */
export function address({ site }: Records, path: string): string {
  return addressOf(site, path);
}
