import type { Nodes, Parents, Text } from 'mdast';

const LINES = new Set(['heading', 'paragraph', 'root']);

/** Makes neighbouring texts one, and takes white space off both ends of lines. */
export function tidyText(parent: Parents): void {
  const children = parent.children as Nodes[];
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at] as Nodes;
    if (node.type === 'text') at = tidied(parent, node, at);
    else if ('children' in node) tidyText(node);
  }
}

/** The place to go on from. */
function tidied({ type, children }: Parents, node: Text, at: number): number {
  const before = children[at - 1];
  if (before?.type === 'text') {
    before.value += node.value;
    children.splice(at, 1);
    return at - 2;
  }
  if (LINES.has(type)) {
    if (at === 0) node.value = node.value.replace(/^[\t ]+/, '');
    if (at === children.length - 1) node.value = node.value.replace(/(?<![\t ])[\t ]+$/, '');
  }
  if (node.value !== '') return at;
  children.splice(at, 1);
  return at - 1;
}
