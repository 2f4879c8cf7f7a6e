import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../users/users';

/** One request, read to its end. */
export interface Call {
  method: string;
  /** Path without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as text; empty when there was none. */
  body: string;
}

/** A request whose token was accepted, matched to a route. */
export interface AuthorizedCall extends Call {
  caller: Caller;
  /** What the `:names` of the route's path stand for, decoded. */
  params: Record<string, string>;
}

/** What goes back: `body` is sent as JSON, bytes and text as they are, none at all when undefined. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Thrown anywhere to end the request with this answer. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`${answer.status} ${JSON.stringify(answer.body)}`);
  }
}
