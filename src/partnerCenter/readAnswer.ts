import { plainJson } from '../lib/plainJson';
import type { Answer } from './call';
import { errorKind } from './errorKind';
import { PartnerCenterError, type PartnerCenterErrorFacts } from './partnerCenterError';
import { readErrorCode } from './readErrorCode';

/** The longest body that is read, in bytes. */
const maxBytes = 20_000_000;

/**
 * Reads a response to its end. Rejects with a PartnerCenterError for everything that is not a success with JSON or nothing, or
 * with the content type that was asked for.
 * @param now ms since the epoch, for a Retry-After that is a date
 * @param accept the content type where something other than JSON is asked for
 */
export async function readAnswer(
  response: Response,
  call: Pick<PartnerCenterErrorFacts, 'call' | 'correlationId'>,
  now: number,
  accept?: string,
): Promise<Answer> {
  const { status, headers } = response;
  const requestId = headers.get('request-id') ?? headers.get('MS-RequestId') ?? undefined;
  const mfa = headers.get('isMfaCompliant')?.toLowerCase();
  const facts = {
    ...call,
    status,
    ...(requestId === undefined ? {} : { requestId }),
    ...(mfa === 'true' || mfa === 'false' ? { isMfaCompliant: mfa === 'true' } : {}),
  };
  const bytes = await readBytes(response);
  const text = response.ok && accept ? undefined : bytes && new TextDecoder().decode(bytes);
  const json = text === undefined ? undefined : parse(text);
  if (!response.ok) {
    const code = readErrorCode(json);
    const retryAfterMs = readRetryAfterMs(headers, now);
    const kind = errorKind(status, code, `${headers.get('www-authenticate') ?? ''} ${response.statusText}`);
    throw new PartnerCenterError(`${status} ${code ?? ''} to ${call.call}`, { ...facts, kind, code, retryAfterMs });
  }
  if (accept) {
    const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (bytes?.length && (type === accept || isPdf(bytes))) return { json, bytes, facts };
    throw new PartnerCenterError(`No ${accept} in the answer to ${call.call}`, { ...facts, kind: 'unexpectedAnswer' });
  }
  if (text === '') return { json: undefined, facts };
  if (json === undefined) {
    throw new PartnerCenterError(`No JSON in the answer to ${call.call}`, { ...facts, kind: 'unexpectedAnswer' });
  }
  const eTag = headers.get('etag');
  return { json, facts, ...(eTag === null ? {} : { eTag }) };
}

/** The body; undefined when it is longer than can be. */
async function readBytes(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The documentation's own sample of a statement names it JSON, so its first bytes count as well. */
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

function parse(text: string): unknown {
  try {
    return plainJson(text);
  } catch {
    return undefined;
  }
}

/** Retry-After in ms: seconds, or a date, which is compared with the service's own clock where it tells the time. */
function readRetryAfterMs(headers: Headers, now: number): number | undefined {
  const header = headers.get('retry-after');
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const serviceNow = Date.parse(headers.get('date') ?? '');
  const wait = Date.parse(header) - (Number.isNaN(serviceNow) ? now : serviceNow);
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
