/** Reads and writes the little of CBOR (RFC 8949) that Pagefind's files are made of: arrays, texts, numbers. */

interface Head {
  type: number;
  size: number;
  /** Where the content begins. */
  from: number;
}

// CBOR (RFC 8949): three bits of type, five of size or of how many bytes the size has.
function headAt(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at);
  const [type, low] = [first >> 5, first & 31];
  if (low < 24) return { type, size: low, from: at + 1 };
  const width = 2 ** (low - 24);
  if (width > 4) throw new Error(`the search index: expected sizes of four bytes at most, found the byte ${first}`);
  return { type, size: bytes.readUIntBE(at + 1, width), from: at + 1 + width };
}

/** The values of the array at this place, one after the other. */
export function valuesAt(bytes: Buffer, at: number): Buffer[] {
  const { type, size, from } = headAt(bytes, at);
  if (type !== 4) throw new Error(`the search index: expected an array, found type ${type}`);
  const values: Buffer[] = [];
  let next = from;
  for (let count = 0; count < size; count += 1) {
    const end = endOf(bytes, next);
    values.push(bytes.subarray(next, end));
    next = end;
  }
  return values;
}

function endOf(bytes: Buffer, at: number): number {
  const { type, size, from } = headAt(bytes, at);
  if (type === 2 || type === 3) return from + size;
  if (type !== 4) return from;
  return valuesAt(bytes, at).reduce((end, value) => end + value.length, from);
}

/** The array with other values, as many as before. */
export function withValues(array: Buffer, values: readonly Buffer[]): Buffer {
  return Buffer.concat([array.subarray(0, headAt(array, 0).from), ...values]);
}

/** The text at the beginning of these bytes. */
export function textAt(bytes: Buffer): string {
  const { size, from } = headAt(bytes, 0);
  return bytes.toString('utf8', from, from + size);
}

/** A text of fewer than 24 bytes. */
export function shortText(text: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 + Buffer.byteLength(text)), Buffer.from(text)]);
}
