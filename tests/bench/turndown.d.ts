declare module 'turndown' {
  /** HTML to Markdown; only what the bench uses. */
  export default class TurndownService {
    turndown(html: string): string;
  }
}
