/** Plain HTTP over undici: bounded in time and size, through the address gate. */
import { Agent, request as ask, type Dispatcher } from 'undici';
import { bodyOf } from '../body.ts';
import type { Cause } from '../causes.ts';
import { Deadline } from '../deadline.ts';
import { guardedLookup, type Resolve, refusal } from '../guard.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { type Failure, failure, mediaTypeOf, type Outcome, type Request, type Transport } from '../transport.ts';

/** What {@link httpTransport} needs to know. */
export interface HttpOptions {
  userAgent: string;
  allowPrivate?: boolean;
  limits?: Limits;
  /** For tests of the gate: answers instead of DNS. */
  resolve?: Resolve;
}

/** A transport that asks servers directly. Certificates are verified, no cookie and no referrer is ever sent. */
export function httpTransport(options: HttpOptions): Transport {
  const limits = options.limits ?? LIMITS;
  const allowPrivate = options.allowPrivate ?? false;
  const agent = new Agent({
    connect: { lookup: guardedLookup(allowPrivate, options.resolve), timeout: limits.connectMs },
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.bodyMs,
    maxHeaderSize: limits.headerBytes,
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: 4000,
  });
  return {
    name: 'http',
    async get(request) {
      const refused = refusal(request.url, allowPrivate);
      if (refused) return failure(request.url, 'private-address', refused);
      return exchange(request, { agent, limits, userAgent: options.userAgent });
    },
    close: () => agent.destroy(),
  };
}

interface Wire {
  agent: Dispatcher;
  limits: Limits;
  userAgent: string;
}

async function exchange(request: Request, wire: Wire): Promise<Outcome> {
  const deadline = new Deadline(wire.limits.totalMs, request.signal);
  const { signal } = deadline;
  const onLarge = async (): Promise<void> => {
    deadline.pause();
    await request.onLarge?.();
    deadline.resume();
  };
  const requestHeaders = headersFor(request, wire.userAgent);
  try {
    const answer = await ask(request.url, { dispatcher: wire.agent, headers: requestHeaders, signal });
    const headers = flatten(answer.headers);
    const limit = isRead(answer.statusCode) ? request.bodyLimit(mediaTypeOf(headers)) : 0;
    const read = await bodyOf(answer.body, headers, { limit, ratio: wire.limits.ratio, onLarge });
    if ('cause' in read) return failure(request.url, read.cause, `${request.url}: ${read.message}`, answer.statusCode);
    return { kind: 'response', url: request.url, status: answer.statusCode, headers, requestHeaders, ...read };
  } catch (error) {
    // Whatever undici throws is the world's doing: it becomes a named cause.
    return failed(request, error, deadline.signal.aborted);
  } finally {
    deadline.clear();
  }
}

/** Redirects and "not modified" have bodies that nobody reads. */
function isRead(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304 && !(status >= 300 && status < 400);
}

function headersFor(request: Request, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.8',
    'accept-encoding': 'gzip, br',
    'accept-language': 'nb,nn;q=0.9,no;q=0.8,en;q=0.5',
  };
  if (request.etag) headers['if-none-match'] = request.etag;
  if (request.lastModified) headers['if-modified-since'] = request.lastModified;
  return headers;
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function failed(request: Request, error: unknown, pastDeadline: boolean): Failure {
  const cause = request.signal?.aborted ? 'interrupted' : pastDeadline ? 'timeout' : causeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  return failure(request.url, cause, `${request.url}: ${said || cause}`);
}

const BY_CODE: [RegExp, Cause][] = [
  [/^SAMLA_PRIVATE_ADDRESS$/, 'private-address'],
  [/TIMEOUT|ETIMEDOUT/, 'timeout'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'refused'],
  [/^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/, 'dns'],
  [/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/, 'tls'],
  [/HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW/, 'too-large'],
  [
    /^(HTTPParserError|HPE_\w+|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_RESPONSE|Z_\w+|ERR__ERROR_FORMAT\w*)$/,
    'broken-body',
  ],
];

/** The cause behind an error of undici, Node's network layer or zlib; `reset` when nothing more is known. */
export function causeOf(error: unknown): Cause {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : at.name;
    const known = BY_CODE.find(([pattern]) => pattern.test(code));
    if (known) return known[1];
    if (at instanceof AggregateError && at.errors.length > 0) return causeOf(at.errors[0]);
  }
  return 'reset';
}
