/** A small way of writing RDF: nodes with properties, as Turtle and as JSON-LD. */
import { DataFactory, Writer } from 'n3';

/** What stands on the right of a property. */
export type Thing = { iri: string } | { text: string; lang: string } | { value: string; datatype?: string };

/** One subject with its types and properties; names are written with a prefix of {@link PREFIXES}. */
export interface Node {
  iri: string;
  types: readonly string[];
  properties: readonly (readonly [name: string, thing: Thing])[];
}

/** The vocabularies that DCAT-AP-NO uses. */
export const PREFIXES: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The nodes as Turtle. */
export function toTurtle(nodes: readonly Node[]): Promise<string> {
  const { namedNode, quad } = DataFactory;
  const writer = new Writer({ prefixes: { ...PREFIXES } });
  for (const { iri, types, properties } of nodes) {
    const subject = namedNode(iri);
    for (const type of types) writer.addQuad(quad(subject, namedNode(RDF_TYPE), namedNode(expanded(type))));
    for (const [name, thing] of properties) writer.addQuad(quad(subject, namedNode(expanded(name)), term(thing)));
  }
  return new Promise((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)));
  });
}

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

function expanded(name: string): string {
  const [prefix = '', local = ''] = name.split(':');
  return `${PREFIXES[prefix] ?? ''}${local}`;
}

function term(thing: Thing) {
  const { literal, namedNode } = DataFactory;
  if ('iri' in thing) return namedNode(thing.iri);
  if ('lang' in thing) return literal(thing.text, thing.lang);
  return literal(thing.value, namedNode(expanded(thing.datatype ?? 'xsd:string')));
}

/** The nodes as JSON-LD 1.1, which says the same. */
export function toJsonLd(nodes: readonly Node[]): object {
  return { '@context': PREFIXES, '@graph': nodes.map(nodeOf) };
}

function nodeOf({ iri, types, properties }: Node): object {
  const values = new Map<string, object[]>();
  for (const [name, thing] of properties) values.set(name, [...(values.get(name) ?? []), jsonValue(thing)]);
  return { '@id': iri, '@type': types, ...Object.fromEntries(values) };
}

function jsonValue(thing: Thing): object {
  if ('iri' in thing) return { '@id': thing.iri };
  if ('lang' in thing) return { '@value': thing.text, '@language': thing.lang };
  return { '@value': thing.value, '@type': thing.datatype ?? 'xsd:string' };
}
