import type { MadeFile } from '../commands/files/csvTable';
import type { Clock } from '../lib/clock';
import { missingFrom } from './missingFrom';
import { partsOfUpload } from './partsOfUpload';

/** A file could not be put where Teams wants it. The address is in no error and no log: whoever knows it can write there. */
export class UploadError extends Error {
  override name = 'UploadError';
}

/** What an upload needs of the outside world. */
export interface Uploads {
  fetch: typeof fetch;
  clock: Clock;
  /** Whether http to this machine will do. */
  uploadsToLoopback: boolean;
}

/** One request's bound, in ms: five MiB over a slow line. */
const requestTimeoutMs = 60_000;
const mostTries = 4;
const firstWaitMs = 1_000;

/**
 * Puts a file into an upload session, part by part and in order, without any token. A part that met a fault is sent again from
 * where the session says that it got to.
 * https://learn.microsoft.com/en-us/graph/api/driveitem-createuploadsession#upload-bytes-to-the-upload-session
 * @param url as `uploadInfo.uploadUrl` names it; https, or this machine where that is allowed
 * @param onSent told how many bytes are there so far
 * @throws UploadError
 */
export async function uploadFile(
  { fetch, clock }: Uploads,
  url: URL,
  file: MadeFile,
  { signal, onSent }: { signal: AbortSignal; onSent: (bytes: number) => void },
): Promise<void> {
  let from = 0;
  let tries = 0;
  while (from < file.size) {
    const part = partsOfUpload(file, from);
    const to = from + part.length;
    const headers = { 'content-range': `bytes ${from}-${to - 1}/${file.size}` };
    const status = await send(fetch, url, { method: 'PUT', headers, body: new Uint8Array(part) }, signal);
    if (status.ok) {
      tries = 0;
      from = to;
      onSent(from);
    } else {
      tries += 1;
      if (!status.passing || tries === mostTries || signal.aborted) throw new UploadError(`PUT: ${status.text}`);
      await clock.sleep(firstWaitMs * 2 ** (tries - 1), signal);
      from = await missingFrom(fetch, url, from, requestTimeoutMs);
    }
  }
}

interface Outcome {
  ok: boolean;
  /** Whether it may go better the next time. 416 says that the part is there already. */
  passing: boolean;
  text: string;
}

async function send(fetchHttp: typeof fetch, url: URL, request: RequestInit, signal: AbortSignal): Promise<Outcome> {
  const timeout = AbortSignal.timeout(requestTimeoutMs);
  try {
    const response = await fetchHttp(url, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    });
    await response.arrayBuffer();
    const { ok, status } = response;
    return { ok, passing: status >= 500 || status === 429 || status === 416, text: String(status) };
  } catch {
    return { ok: false, passing: true, text: 'no answer' };
  }
}

/** The address that a file may be put to; undefined for one that is not safe. */
export function uploadAddress(text: string, uploadsToLoopback: boolean): URL | undefined {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return undefined;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (isHere) return uploadsToLoopback && ['http:', 'https:'].includes(url.protocol) ? url : undefined;
  return url.protocol === 'https:' ? url : undefined;
}
