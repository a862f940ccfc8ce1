/** One walk along a text for the pieces of all vocabularies that are looked for in every text: what one reader looks for costs the others nothing. */
import { type GroupsFound, PieceIndex } from './piece-index.ts';
import { forget, remembered } from './remembered.ts';

const groups: (readonly string[])[] = [];
let index: PieceIndex | undefined;

/** Has more groups of pieces looked for, as {@link PieceIndex} marks them; gives the number of the first of them. */
export function lookFor(more: readonly (readonly string[])[]): number {
  const first = groups.length;
  groups.push(...more);
  // Readers that come later (the rules do) find nothing in what was walked before.
  if (index !== undefined) forget();
  index = undefined;
  return first;
}

/** Which of all these groups have a piece in the text. */
export const groupsIn = remembered((text): GroupsFound => {
  index ??= new PieceIndex(groups);
  return index.groupsIn(text);
});
