/** Packs the pieces of a record as one gzip member (RFC 1952), whatever their size. */
import { once } from 'node:events';
import { promisify } from 'node:util';
import { constants, crc32, createGzip, gzip } from 'node:zlib';

const packWhole = promisify(gzip);
const level = constants.Z_BEST_SPEED;
/** What is this small is not worth packing: setting a packer up costs more than all else that is done for a page. */
const TINY = 1024;
/** What is this large is packed in pieces: whole, it would lie in memory four times. */
const LARGE = 1024 * 1024;
/** Most pages come out in one piece. */
const CHUNK = 64 * 1024;
/** Deflate, no name, no time, an unknown system. */
const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/** The member, in pieces that follow each other. */
export async function pack(pieces: Uint8Array[]): Promise<Uint8Array[]> {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (size > LARGE) return packInPieces(pieces);
  const whole = Buffer.concat(pieces);
  return [size <= TINY ? stored(whole) : await packWhole(whole, { level, chunkSize: CHUNK })];
}

/** One block "stored", that is as it is (RFC 1951, 3.2.4). */
function stored(bytes: Uint8Array): Uint8Array {
  const member = Buffer.alloc(HEADER.length + 5 + bytes.length + 8);
  member.set([...HEADER, 1]);
  member.writeUInt16LE(bytes.length, HEADER.length + 1);
  member.writeUInt16LE(~bytes.length & 0xffff, HEADER.length + 3);
  member.set(bytes, HEADER.length + 5);
  member.writeUInt32LE(crc32(bytes), member.length - 8);
  member.writeUInt32LE(bytes.length, member.length - 4);
  return member;
}

async function packInPieces(pieces: Uint8Array[]): Promise<Uint8Array[]> {
  const packer = createGzip({ level, chunkSize: CHUNK });
  const packed: Uint8Array[] = [];
  packer.on('data', (piece: Uint8Array) => packed.push(piece));
  const ended = once(packer, 'end');
  for (const piece of pieces) packer.write(piece);
  packer.end();
  await ended;
  return packed;
}
