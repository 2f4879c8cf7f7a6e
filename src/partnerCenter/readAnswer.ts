import type { Answer } from './call';
import { errorKind } from './errorKind';
import { PartnerCenterError, type PartnerCenterErrorFacts } from './partnerCenterError';
import { readErrorCode } from './readErrorCode';

/** The longest body that is read, in bytes. */
const maxBytes = 20_000_000;

/** Reads a response to its end. Rejects with a PartnerCenterError for everything that is not a success with JSON or nothing. */
export async function readAnswer(
  response: Response,
  facts: Pick<PartnerCenterErrorFacts, 'call' | 'correlationId'>,
): Promise<Answer> {
  const { status, headers } = response;
  const requestId = headers.get('request-id') ?? headers.get('MS-RequestId') ?? undefined;
  const known = { ...facts, status, ...(requestId === undefined ? {} : { requestId }) };
  const text = await readText(response);
  const json = text === undefined ? undefined : parse(text);
  if (!response.ok) {
    const code = readErrorCode(json);
    const retryAfterMs = readRetryAfterMs(headers.get('retry-after'), headers.get('date'));
    const kind = errorKind(status, code, `${headers.get('www-authenticate') ?? ''} ${response.statusText}`);
    throw new PartnerCenterError(`${status} ${code ?? ''} to ${facts.call}`, { ...known, kind, code, retryAfterMs });
  }
  if (text === '') return { status, json: undefined };
  if (json === undefined) {
    throw new PartnerCenterError(`No JSON in the answer to ${facts.call}`, { ...known, kind: 'unexpectedAnswer' });
  }
  return { status, json };
}

/** The body as text; undefined when it is longer than can be. */
async function readText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Retry-After in ms: seconds, or a date, which is compared with the service's own clock. */
function readRetryAfterMs(header: string | null, date: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const wait = Date.parse(header) - Date.parse(date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
