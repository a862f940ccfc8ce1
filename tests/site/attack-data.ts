/** Published records as a hostile source would like them: the attacks of STANDARDS C2 in every field that is shown. */
import type { Item } from '../../normalizer/index.ts';
import { idOf, makeItem, makeMeeting, type SampleData, sampleData, withFewMunicipalities } from './sample-data.ts';

/** Each attack, to be put into titles, leads, bodies, names, places, quotations and addresses. */
export const attacks = [
  '{{ 7*6 }}{% raw %}{{ pkg.name }}',
  '<%= 7*6 %> #{7*6} {{{ constructor.constructor("alert(1)")() }}}',
  '---js\n{ "x": (globalThis.pwned = 1) }\n---\nhei',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template><textarea></title></style></textarea>',
  '<a href="javascript:alert(1)" id="innhold" name="body">klikk</a>',
  '<base href="https://ond.example.no/"><meta http-equiv="refresh" content="0;url=https://ond.example.no/">',
  '<link rel=stylesheet href=https://ond.example.no/x.css><style>body{background:url(https://ond.example.no/y)}</style>',
  '![](https://ond.example.no/sporing.gif) [x](javascript:alert(1)) <javascript:alert(1)>',
  'M\u202Eøte\u2066 \u200Bi \u{E0041}dag\u0000\u001b[31m\uFEFF',
  ']]>&lt;script&gt;alert(1)&lt;/script&gt;\u2028\u2029',
];

const addresses = [
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://helse.no@ond.example.no/',
  'https://ond.example.no/"onmouseover="alert(1)',
  "https://ond.example.no/'><script>alert(1)</script>",
  'file:///etc/passwd',
];

const ids = ['../../ut', '..', '/etc/passwd', 'con', 'a/../../b', '{{ 7*6 }}', '<script>', 'x'.repeat(400)];

function attackItem(attack: string, number: number): Item {
  const url = addresses[number % addresses.length] ?? '';
  const item = makeItem({
    id: ids[number] ?? idOf('agder', `angrep-${number}`),
    url,
    urls: [url, ...addresses],
    community: 'agder',
    title: attack,
    lead: attack,
    body: attack,
    excerpt: attack.slice(0, 300),
    format: attack.slice(0, 20),
    kind: number % 2 === 0 ? 'news' : 'minutes',
    published: `2026-10-${String(1 + number).padStart(2, '0')}`,
    topics: [attack.slice(0, 60), '../../tema', '__proto__'],
    municipalities: ['0301'],
    attachments: addresses.map((address) => ({
      url: address,
      title: attack,
      format: attack,
      role: 'agenda',
      item: null,
    })),
    images: [{ url: addresses[0] ?? '', alt: attack, caption: attack, credit: attack }],
    evidence: { published: { text: attack, from: 'label' }, [attack]: { text: attack, from: 'text' } },
    quality: { score: 0.1, flags: [attack, '__proto__'] },
    meetings: [`angrep-${number}`, '../../ut'],
  });
  return { ...item, provenance: { ...item.provenance, extractor: attack, digest: attack } };
}

/** The attacks beside a handful of ordinary records. */
export async function attackData(): Promise<SampleData> {
  const data = withFewMunicipalities(await sampleData(1));
  const items = attacks.map(attackItem);
  const meetings = attacks.map((attack, number) =>
    makeMeeting({
      id: number === 0 ? '../../../ut' : `angrep-${number}`,
      community: 'agder',
      title: attack,
      localName: attack,
      start: '2026-12-03T10:00',
      end: '2026-12-03T12:00',
      precision: 'minute',
      place: { text: attack, mode: 'hybrid' },
      items: [items[number]?.id ?? '', '../x'],
      documents: addresses.map((url) => ({ url, title: attack, role: 'minutes' })),
      evidence: [
        { item: items[number]?.id ?? '', text: attack },
        { item: '../../nei', text: attack },
      ],
    }),
  );
  const [first] = data.sources;
  const sources = first
    ? [
        ...data.sources,
        ...attacks.map((attack, number) => ({
          ...first,
          id: attack,
          url: addresses[number % addresses.length] ?? '',
          note: attack,
          cause: { id: attack, nb: attack, nn: attack },
        })),
      ]
    : [];
  return { ...data, items: [...data.items, ...items], meetings: [...data.meetings, ...meetings], sources };
}
