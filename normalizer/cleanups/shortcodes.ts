import { Text } from 'domhandler';
import { defineCleanup } from '../cleanup.ts';
import { textNodes } from '../cut-parts.ts';
import { childrenOf, makeElement, replaceWith } from '../tree.ts';

const LONGEST = 20_000;
/** `[name attribute="…"]`, or a name of several parts: words that editors set in brackets have neither. */
const CODE =
  /(\[\/?(?:[a-z][a-z0-9_-]{1,40}(?:\s{1,3}[a-z][a-z0-9_-]{0,40}=(?:["'“”«»″][^\]]{0,200}|[^\s\]]{1,100})){1,12}\s{0,3}\/?|(?=[a-z0-9_-]{3,40}\])[a-z][a-z0-9]{0,30}[_-][a-z0-9_-]{1,30})\])/i;

/** Codes that the site's system should have filled in: the extension that knew them is gone. What stands between two stays. */
export default defineCleanup({
  purpose: 'codes of the publishing system that nothing was put in for',
  clean(bench) {
    for (const node of textNodes(childrenOf(bench.root))) {
      if (!node.data.includes('[') || node.data.length > LONGEST) continue;
      const parts = node.data.split(CODE);
      if (parts.length < 3) continue;
      const codes = parts.map((part, at) =>
        at % 2 === 1 ? makeElement('span', {}, [new Text(part)]) : new Text(part),
      );
      replaceWith(node, codes);
      bench.remove(
        codes.filter((_, at) => at % 2 === 1),
        'a code that nothing was put in for',
      );
    }
  },
});
