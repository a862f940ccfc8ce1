/** Inside `published/`: the folder of one community's own files. */
export function communityFolder(community: string): string {
  return `communities/${community}`;
}
