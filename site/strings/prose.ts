/** The longer texts about the site: the same pages in both written standards, each written in its own. */
import type { Html } from '../html.ts';

/** What the texts need to know. */
export interface ProseContext {
  title: string;
  operator: string;
  communities: number;
  sources: number;
  /** Links to other pages of ours and to the operator, with the words to link. */
  link: {
    sources(words: string): Html;
    data(words: string): Html;
    privacy(words: string): Html;
    robot(words: string): Html;
    contact(words: string): Html;
    /** The operator's accessibility statement; undefined where there is none. */
    statement: ((words: string) => Html) | undefined;
  };
}

/** A page of running text. */
export interface ProsePage {
  title: string;
  lead: string;
  text(context: ProseContext): Html;
}

/** All of them. */
export interface Prose {
  about: ProsePage;
  accessibility: ProsePage;
  privacy: ProsePage;
  robot: ProsePage;
  /** The terms on the data page. */
  licence(): Html;
}
