/** What `samla explain` prints. */
import type { Explanation } from '../normalizer/index.ts';
import type { Style } from './command.ts';

interface Line {
  text: string;
  style?: Style;
}

/** The explanation in lines: what it is, where the original lies, the fields with their evidence, what was taken out and why. */
export function explainLines(explanation: Explanation): Line[] {
  const { url, known, item, leftOut, flags } = explanation;
  return [
    { text: url, style: 'bold' },
    {
      text: `  source: ${explanation.source} (${explanation.community}); ${known.role}, ${known.state}, status ${known.status}`,
    },
    ...known.aliases.map((alias) => ({ text: `  also at: ${alias}` })),
    originalLine(explanation),
    item === undefined
      ? { text: `  left out: ${leftOut ?? 'for no known reason'}`, style: 'yellow' as const }
      : { text: `  published as: ${item}`, style: 'green' as const },
    ...(flags.length > 0 ? [{ text: `  flags: ${flags.join(', ')}` }] : []),
    ...fieldLines(explanation),
    ...removalLines(explanation),
  ];
}

function originalLine({ capture, capturedAt }: Explanation): Line {
  if (capture === undefined) return { text: '  original: none was stored' };
  return { text: `  original: ${capture.file}, byte ${capture.offset}, ${capture.id} (${capturedAt ?? 'no time'})` };
}

function fieldLines({ fields }: Explanation): Line[] {
  if (fields.length === 0) return [];
  const lines = fields.flatMap(({ field, value, evidence }) => [
    { text: `  ${field}: ${oneLine(value, 200)}` },
    ...(evidence
      ? [{ text: `    from ${evidence.from}: “${oneLine(evidence.text, 200)}”`, style: 'dim' as const }]
      : []),
  ]);
  return [{ text: 'What it says', style: 'bold' }, ...lines];
}

function removalLines({ removed }: Explanation): Line[] {
  if (removed.length === 0) return [];
  const lines = removed.flatMap(({ cleanup, reason, text }) => [
    { text: `  ${cleanup}: ${reason}` },
    { text: `    “${oneLine(text, 160)}”`, style: 'dim' as const },
  ]);
  return [{ text: 'What was taken out', style: 'bold' }, ...lines];
}

function oneLine(text: string, longest: number): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > longest ? `${folded.slice(0, longest - 1)}…` : folded;
}
