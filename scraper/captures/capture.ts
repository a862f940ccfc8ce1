import type { CaptureRef } from '../known-page.ts';

/** An original as it was received, content-encoding undone. */
export interface Capture {
  url: string;
  status: number;
  /** Header names in lower case. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** UTC, ISO 8601. */
  capturedAt: string;
}

/** Originals, written once and read by address or by reference. */
export interface CaptureReader {
  /** `undefined` when the file or record is missing or damaged. */
  read(ref: CaptureRef): Promise<Capture | undefined>;
  close(): Promise<void>;
}
