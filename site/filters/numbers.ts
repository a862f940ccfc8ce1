const groups = new Intl.NumberFormat('nb-NO');

/** "1 234", with a hard space as both written standards do. */
export function grouped(count: number): string {
  return groups.format(count);
}

/** A file's size for people: "820 byte", "14 kB", "1,2 MB" (1 kB = 1000 bytes). */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
