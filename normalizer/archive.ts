/** Opens office documents (ZIP archives of XML) only after looking at what they say they hold (STANDARDS C2.8, C2.13). */
import { unzipSync } from 'fflate';

/** Bounds on an archive, before anything in it is unpacked. */
const mostEntries = 10_000;
const mostBytes = 150 * 1024 * 1024;
const mostBytesOfPart = 60 * 1024 * 1024;
const mostRatio = 100;
/** Below this a ratio says nothing: an empty table packs well. */
const ratioCountsFrom = 2 * 1024 * 1024;

/** The parts of an archive by name, or the flag that says why there are none. */
export type Archive = { parts: Map<string, Uint8Array>; refused?: undefined } | { refused: string };

/**
 * Unpacks the parts that are wanted. Refused as a whole: `encrypted` (an encrypted container), `legacy-format` (Word 97 and
 * its like), `unsafe` (names that climb out of the archive), `too-large` (bombs), `broken`. Nothing is written to disk.
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Archive {
  if (isCompoundFile(bytes)) return { refused: holdsEncryptedPackage(bytes) ? 'encrypted' : 'legacy-format' };
  const seen = { entries: 0, packed: 0, unpacked: 0, unsafe: false, tooLarge: false };
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        seen.entries += 1;
        seen.unsafe ||= isUnsafeName(name);
        if (!wanted(name)) return false;
        seen.packed += size;
        seen.unpacked += originalSize;
        seen.tooLarge ||= originalSize > mostBytesOfPart || isBomb(seen);
        return !seen.tooLarge && !seen.unsafe;
      },
    });
    if (seen.unsafe) return { refused: 'unsafe' };
    if (seen.tooLarge) return { refused: 'too-large' };
    return { parts: new Map(Object.entries(parts)) };
  } catch {
    // No archive, or one that was cut off.
    return { refused: seen.tooLarge ? 'too-large' : 'broken' };
  }
}

function isBomb(seen: { entries: number; packed: number; unpacked: number }): boolean {
  if (seen.entries > mostEntries || seen.unpacked > mostBytes) return true;
  return seen.unpacked > ratioCountsFrom && seen.unpacked > mostRatio * Math.max(1, seen.packed);
}

function isUnsafeName(name: string): boolean {
  return /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\u0000/i.test(name);
}

/** OLE compound files: what Office wrote before 2007, and what it wraps encrypted documents in. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
