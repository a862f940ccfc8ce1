import { defineCleanup } from '../cleanup.ts';
import { byTag } from '../tags.ts';
import { textOf } from '../tree.ts';

const LONGEST = 40;

/** The name of a list of facts ("Detaljer") of which all others were taken out. */
export default defineCleanup({
  purpose: 'names of lists that are empty now',
  clean(bench) {
    const lists = byTag(bench.root, 'dl').filter((list) => byTag(list, 'dd').every((e) => textOf(e) === ''));
    const lone = lists.filter((list) => textOf(list).length <= LONGEST && byTag(list, 'dt').length === 1);
    bench.remove(lone, 'the name of a list that is empty now');
  },
});
