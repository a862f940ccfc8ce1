/** Contract: one request in, one response out. A transport follows no redirect, tries nothing twice and never throws for what the world does. */
import type { Cause } from './causes.ts';

/** What is asked for. */
export interface Request {
  url: string;
  etag?: string;
  lastModified?: string;
  signal?: AbortSignal;
  /** The largest body in bytes by media type ('' when none was given); 0 leaves the body unread. */
  bodyLimit(mediaType: string): number;
  /** Called once when a body turns out to be large; it is read on when this resolves. The time that takes is not the server's. */
  onLarge?(): Promise<void>;
  /** The page lists others: a browser presses its "show more" buttons. */
  isListing?: boolean;
  /** How a browser gets a page and its parts: through gate, robots and queue. */
  load?(url: string, isMain: boolean): Promise<Outcome>;
}

/** What the server said, content-encoding undone. */
export interface Response {
  kind: 'response';
  url: string;
  status: number;
  /** Names in lower case; several of one name joined by a comma. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** Bytes of the body as sent. */
  wireBytes: number;
  /** What was sent, for the record. */
  requestHeaders: Record<string, string>;
}

/** No usable answer. */
export interface Failure {
  kind: 'failure';
  url: string;
  cause: Cause;
  /** One line for people. */
  message: string;
  /** The HTTP status when there was one, else 0. */
  status: number;
}

/** What came of a request. */
export type Outcome = Response | Failure;

/** A way to reach the web. The file's stem in `transports/` is its name. */
export interface Transport {
  name: string;
  get(request: Request): Promise<Outcome>;
  close(): Promise<void>;
}

/** Media type without parameters, lower-case; '' when the server gave none. */
export function mediaTypeOf(headers: Record<string, string>): string {
  return (headers['content-type'] ?? '').split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '';
}

/** The `charset=` of a Content-Type, lower-case. */
export function charsetOf(headers: Record<string, string>): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
}

/** A failure in the form that transports give. */
export function failure(url: string, cause: Cause, message: string, status = 0): Failure {
  return { kind: 'failure', url, cause, message, status };
}
