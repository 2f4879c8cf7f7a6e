import { z } from 'zod/v4';

const session = z.object({ nextExpectedRanges: z.array(z.string()).min(1) });

/**
 * From which byte on an upload session still misses the file; `from` where it does not say.
 * https://learn.microsoft.com/en-us/graph/api/driveitem-createuploadsession#resuming-an-in-progress-upload
 */
export async function missingFrom(fetchHttp: typeof fetch, url: URL, from: number, timeoutMs: number): Promise<number> {
  try {
    const response = await fetchHttp(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const { nextExpectedRanges } = session.parse(await response.json());
    const [first = ''] = nextExpectedRanges;
    return /^\d+/.test(first) ? Number.parseInt(first, 10) : from;
  } catch {
    return from;
  }
}
