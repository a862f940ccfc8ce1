/** True for the address of a site's own front page. */
export function isFrontPage(url: string): boolean {
  return /^https?:\/\/[^/]+\/(?:(?:index|default|forside|framside|start|hjem|heim|home)(?:\.\w{2,5})?\/?)?$/i.test(url);
}
