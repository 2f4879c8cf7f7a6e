import type { Request } from 'restify';

/** What a request's address says behind the question mark; of a name that is given twice the first counts. */
export const queryOf = (request: Request): URLSearchParams =>
  new URL(request.url ?? '/', 'http://localhost').searchParams;
