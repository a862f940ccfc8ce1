/** Parses HTML of strangers: what is nested deeper than any page is read that far, because the parser's cost grows with the square of the depth. */
import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Old pages with unclosed tags reach some hundreds. */
export const DEEPEST_NESTING = 2000;

/** Markup nested too deep. Never leaves this module's callers. */
export class TooDeepError extends Error {}

class BoundedHandler extends DomHandler {
  protected override addNode(node: Parameters<DomHandler['addNode']>[0]): void {
    super.addNode(node);
    if (this.tagStack.length > DEEPEST_NESTING) throw new TooDeepError();
  }
}

/** The tree of a page, or of its beginning where it is nested too deep. */
export function parseHtml(html: string): Document {
  const handler = new BoundedHandler();
  try {
    new Parser(handler).end(html);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
  }
  return handler.root;
}
