/** Every accordion becomes `<details><summary>`: the panel's text is content though it is folded when the page opens. */
import { type Document, Element, isTag } from 'domhandler';
import { holdsTag } from '../tags.ts';
import {
  ancestors,
  attribute,
  childrenOf,
  elementsBelow,
  elementsOf,
  insertAt,
  isWithin,
  makeElement,
  nextElement,
  parentOf,
  replaceWith,
  textOf,
} from '../tree.ts';

const LONGEST_SUMMARY = 200;
const HEADING = /^h[1-6]$/;
const TOGGLES = new Set(['collapse', 'tab', 'pill', 'accordion', 'toggle']);

/** Rewrites controls and their panels in place; controls of menus, searches and dialogs are left alone. True when there were any. */
export function unfoldAccordions(document: Document): boolean {
  const byId = new Map<string, Element>();
  const controls: Element[] = [];
  for (const element of elementsBelow(document)) {
    if (element.attribs.id !== undefined && !byId.has(element.attribs.id)) byId.set(element.attribs.id, element);
    if (isControl(element)) controls.push(element);
  }
  for (const control of controls) unfold(control, byId);
  return controls.length > 0;
}

function isControl(element: Element): boolean {
  const { name, attribs } = element;
  if (name === 'summary' || name === 'details' || name === 'option' || name === 'input') return false;
  if (attribs['aria-expanded'] !== undefined || attribs['aria-controls'] !== undefined) return true;
  const toggle = attribs['data-toggle'] ?? attribs['data-bs-toggle'];
  if (toggle !== undefined && TOGGLES.has(toggle)) return true;
  if (attribs.role === 'tab') return true;
  return name === 'label' && attribs.for !== undefined;
}

function unfold(control: Element, byId: Map<string, Element>): void {
  const panel = panelOf(control, byId);
  const summary = panel === undefined ? undefined : summaryOf(control, panel);
  if (panel === undefined || summary === undefined || isChrome(control, panel)) return;
  const inner = makeElement('summary', {}, HEADING.test(summary.name) ? [copyOf(summary)] : [...childrenOf(control)]);
  if (summary !== control) control.name = 'span';
  replaceWith(summary, []);
  for (const name of ['hidden', 'style', 'aria-hidden', 'role']) delete panel.attribs[name];
  const details = new Element('details', {}, []);
  replaceWith(panel, [details]);
  insertAt(details, 0, [inner, panel]);
}

function panelOf(control: Element, byId: Map<string, Element>): Element | undefined {
  const { attribs } = control;
  const named = [attribs['aria-controls'], attribs['data-target'], attribs['data-bs-target'], attribs.href]
    .map((id) => (id === undefined ? undefined : byId.get(id.trim().replace(/^#/, ''))))
    .find((panel) => panel !== undefined);
  if (named !== undefined) return isWithin(control, named) ? undefined : named;
  if (control.name === 'label') return isCheckboxPanel(control, byId) ? nextElement(control) : undefined;
  return nextElement(wrapperOf(control));
}

/** A box that is ticked to open what follows: the label of a checkbox beside it, and something that isn't a field after it. */
function isCheckboxPanel(label: Element, byId: Map<string, Element>): boolean {
  const box = byId.get(attribute(label, 'for'));
  const type = box === undefined ? '' : attribute(box, 'type').toLowerCase();
  if (box?.name !== 'input' || (type !== 'checkbox' && type !== 'radio') || box.parent !== label.parent) return false;
  const next = nextElement(label);
  return (
    next !== undefined && !['input', 'label', 'br', 'select', 'span'].includes(next.name) && textOf(next).length > 0
  );
}

/** The heading or box that holds nothing but the control. */
function wrapperOf(control: Element): Element {
  let at = control;
  for (let parent = parentOf(at); parent !== undefined; parent = parentOf(parent)) {
    const alone = childrenOf(parent).every(
      (node) => node === at || (isTag(node) ? textOf(node) === '' : textOf(node) === ''),
    );
    if (!alone || nextElement(at) !== undefined || parent.name === 'body') return at;
    at = parent;
  }
  return at;
}

/** What is shown of an accordion that is closed: the control, or the heading that it stands in. */
function summaryOf(control: Element, panel: Element): Element | undefined {
  const text = textOf(control);
  if (text === '' || text.length > LONGEST_SUMMARY || isWithin(panel, control)) return undefined;
  for (const parent of ancestors(control)) {
    if (HEADING.test(parent.name)) return textOf(parent).length <= LONGEST_SUMMARY ? parent : control;
    if (elementsOf(parent).length > 3) break;
  }
  return control;
}

function copyOf(heading: Element): Element {
  return makeElement(heading.name, {}, [...childrenOf(heading)]);
}

function isChrome(control: Element, panel: Element): boolean {
  const menu = (element: Element) =>
    ['nav', 'form', 'dialog', 'select'].includes(element.name) ||
    ['navigation', 'search', 'dialog', 'menu', 'menubar', 'listbox'].includes(attribute(element, 'role').toLowerCase());
  if (attribute(control, 'aria-haspopup') !== '' && attribute(control, 'aria-haspopup') !== 'false') return true;
  if (menu(panel) || [...ancestors(control)].some(menu) || isMain(panel)) return true;
  return elementsOf(panel).some(menu) || isPageHeader(control);
}

function isMain(panel: Element): boolean {
  return panel.name === 'main' || panel.name === 'body' || holdsTag(panel, 'main', 'h1');
}

function isPageHeader(control: Element): boolean {
  const line = [...ancestors(control)].map((element) => element.name);
  return line.includes('header') && !line.includes('main') && !line.includes('article');
}
