/** The open data as DCAT-AP-NO describes them: the union of what versions 2.2 and 3.0 demand (STANDARDS A1). */
import { endOfLog } from '../changes/log.ts';
import type { Records } from '../output.ts';
import {
  address,
  both,
  contactNode,
  type Property,
  property,
  publisherAddress,
  publisherNode,
  rightsNode,
} from './dcat-parties.ts';
import { formatOf, type PublishedFile } from './files.ts';
import type { Node, Thing } from './graph.ts';
import { datasetOf } from './package.ts';
import { CATALOGUE } from './texts.ts';

const EU = 'http://publications.europa.eu/resource/authority/';
const eu = (path: string): Thing => ({ iri: EU + path });
const iri = (address: string): Thing => ({ iri: address });

/** First and last day that the items tell of, and when the first of them was seen. */
export interface Span {
  firstDay: string | undefined;
  lastDay: string | undefined;
  firstSeen: string | undefined;
}

interface Catalogue {
  records: Records;
  files: readonly PublishedFile[];
  span: Span;
  /** The day of the newest change. */
  modified: string;
}

/** The catalogue with its datasets and their files, except each community's own. */
export async function catalogueNodes(
  records: Records,
  folder: string,
  given: Pick<Catalogue, 'files' | 'span'>,
): Promise<Node[]> {
  const { at } = await endOfLog(folder);
  const catalogue = { records, ...given, modified: at.slice(0, 10) };
  const nodes = Object.keys(CATALOGUE.datasets).flatMap((name) => datasetNodes(name, catalogue));
  return [catalogNode(catalogue), publisherNode(records), contactNode(records), rightsNode(records), ...nodes];
}

function catalogNode({ records, modified }: Catalogue): Node {
  return {
    iri: address(records, 'katalog.ttl'),
    types: ['dcat:Catalog'],
    properties: [
      ['dct:identifier', { value: address(records, 'katalog.ttl') }],
      ...both('dct:title', CATALOGUE.title),
      ...both('dct:description', CATALOGUE.description),
      ...sharedProperties(records),
      ['dct:license', eu('licence/NLOD_2_0')],
      ['dct:modified', day(modified)],
      ['foaf:homepage', iri(address(records, ''))],
      ...Object.keys(CATALOGUE.datasets).map((name): Property => ['dcat:dataset', iri(datasetAddress(records, name))]),
    ],
  };
}

function sharedProperties(records: Records): Property[] {
  return [
    ['dct:publisher', iri(publisherAddress(records))],
    ['dcat:contactPoint', iri(`${address(records, 'katalog.ttl')}#kontakt`)],
    ['dct:language', eu('language/NOB')],
    ['dct:language', eu('language/NNO')],
    ['dct:spatial', eu('country/NOR')],
  ];
}

function datasetNodes(name: string, catalogue: Catalogue): Node[] {
  const { records, files, span, modified } = catalogue;
  const texts = CATALOGUE.datasets[name];
  const own = files.filter(({ path }) => !path.startsWith('communities/') && datasetOf(path) === name);
  if (texts === undefined) return [];
  const dataset: Node = {
    iri: datasetAddress(records, name),
    types: ['dcat:Dataset'],
    properties: [
      ['dct:identifier', { value: datasetAddress(records, name) }],
      ...both('dct:title', texts.title),
      ...both('dct:description', texts.description),
      ...sharedProperties(records),
      ['dcat:theme', eu('data-theme/HEAL')],
      ['dcat:theme', eu('data-theme/GOVE')],
      ['dcat:theme', iri('https://psi.norge.no/los/tema/helse-og-omsorg')],
      ...CATALOGUE.keywords.nb.map((text): Property => ['dcat:keyword', { text, lang: 'nb' }]),
      ...CATALOGUE.keywords.nn.map((text): Property => ['dcat:keyword', { text, lang: 'nn' }]),
      ['dct:accessRights', eu('access-right/PUBLIC')],
      ['dct:accrualPeriodicity', eu('frequency/DAILY')],
      ['dcat:landingPage', iri(address(records, ''))],
      ...(span.firstSeen === undefined ? [] : [property('dct:issued', day(span.firstSeen.slice(0, 10)))]),
      ['dct:modified', day(modified)],
      ...(span.firstDay === undefined ? [] : [property('dct:temporal', iri(`${datasetAddress(records, name)}-tid`))]),
      ...own.map(({ path }): Property => ['dcat:distribution', iri(distributionAddress(records, path))]),
    ],
  };
  return [dataset, ...spanNodes(name, catalogue), ...own.flatMap((file) => distributionNodes(file, catalogue))];
}

function spanNodes(name: string, { records, span }: Catalogue): Node[] {
  if (span.firstDay === undefined || span.lastDay === undefined) return [];
  const properties: Property[] = [
    ['dcat:startDate', day(span.firstDay)],
    ['dcat:endDate', day(span.lastDay)],
  ];
  return [{ iri: `${datasetAddress(records, name)}-tid`, types: ['dct:PeriodOfTime'], properties }];
}

function distributionNodes({ path, bytes, sha256 }: PublishedFile, { records, span, modified }: Catalogue): Node[] {
  const { mediaType, euFileType } = formatOf(path);
  const sum = `${distributionAddress(records, path)}-sum`;
  const distribution: Node = {
    iri: distributionAddress(records, path),
    types: ['dcat:Distribution'],
    properties: [
      ...both('dct:title', { nb: path, nn: path }),
      ['dcat:accessURL', iri(address(records, ''))],
      ['dcat:downloadURL', iri(address(records, path))],
      ...(euFileType === undefined ? [] : [property('dct:format', eu(`file-type/${euFileType}`))]),
      ['dcat:mediaType', iri(`https://www.iana.org/assignments/media-types/${mediaType}`)],
      ['dct:license', eu('licence/NLOD_2_0')],
      ['dct:rights', iri(`${address(records, 'katalog.ttl')}#vilkar`)],
      ['adms:status', eu('distribution-status/COMPLETED')],
      ['dcatap:availability', eu('planned-availability/STABLE')],
      ['dcat:byteSize', { value: String(bytes), datatype: 'xsd:nonNegativeInteger' }],
      ['spdx:checksum', iri(sum)],
      ...(span.firstSeen === undefined ? [] : [property('dct:issued', day(span.firstSeen.slice(0, 10)))]),
      ['dct:modified', day(modified)],
    ],
  };
  const checksum: Node = {
    iri: sum,
    types: ['spdx:Checksum'],
    properties: [
      ['spdx:algorithm', iri('http://spdx.org/rdf/terms#checksumAlgorithm_sha256')],
      ['spdx:checksumValue', { value: sha256, datatype: 'xsd:hexBinary' }],
    ],
  };
  return [distribution, checksum];
}

function day(value: string): Thing {
  return { value, datatype: 'xsd:date' };
}

function datasetAddress(records: Records, name: string): string {
  return `${address(records, 'katalog.ttl')}#${name}`;
}

function distributionAddress(records: Records, path: string): string {
  return `${address(records, 'katalog.ttl')}#fil-${path.replace(/[/.]/g, '-')}`;
}
