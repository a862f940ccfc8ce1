/** What goes back to a client of the sample web, and when 304 says enough. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SampleSite } from './sample-site.ts';

/** A whole response; `modified` is a moment in UTC. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  modified?: string | undefined;
}

/** An answer of text. */
export function textAnswer(text: string, type: string, more: Partial<Answer> = {}): Answer {
  return { status: 200, body: Buffer.from(text), ...more, headers: { 'content-type': type, ...more.headers } };
}

/** The answer as this client gets it: with the site's validators, and 304 when they say that nothing has changed. */
export function validated(site: SampleSite, answer: Answer, asked: IncomingHttpHeaders): Answer {
  if (answer.status !== 200 || site.validators === 'none') return answer;
  const headers = { ...answer.headers, ...validatorsOf(site, answer) };
  return isUnchanged(headers, asked) ? { status: 304, headers, body: Buffer.alloc(0) } : { ...answer, headers };
}

function validatorsOf(site: SampleSite, answer: Answer): Record<string, string> {
  const etag = `"${createHash('sha1').update(answer.body).digest('hex').slice(0, 16)}"`;
  return {
    ...(site.validators !== 'modified' && { etag }),
    ...(site.validators !== 'etag' && answer.modified && { 'last-modified': new Date(answer.modified).toUTCString() }),
  };
}

function isUnchanged(headers: Record<string, string>, asked: IncomingHttpHeaders): boolean {
  if (asked['if-none-match']) return asked['if-none-match'] === headers.etag;
  const since = asked['if-modified-since'];
  const modified = headers['last-modified'];
  return since !== undefined && modified !== undefined && Date.parse(since) >= Date.parse(modified);
}
