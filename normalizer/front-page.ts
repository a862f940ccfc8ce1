/** True for the address of a site's own front page, and for those that are called so. */
export function isFrontPage(url: string): boolean {
  return /^https?:\/\/[^/]+\/(?:(?:index|default|forside|framside|start|hjem|heim|home)(?:\.\w{2,5})?\/?)?$/i.test(url);
}

/** True for the root of a site, by whatever file the server answers with. */
export function isRoot(url: string): boolean {
  return /^https?:\/\/[^/]+\/(?:(?:index|default)\.\w{3,5})?$/i.test(url);
}
