import type { Config } from '../../src/config';
import { ok, problem, type Finding } from './finding';

const timeoutMs = 10_000;

/** Whether the collector takes traces; it is sent an export without a span. Nothing is said where none is configured. */
export async function checkCollector({ traces }: Config, fetchHttp: typeof fetch): Promise<Finding[]> {
  if (!traces) return [];
  const { url, headers } = traces;
  const { host } = new URL(url);
  try {
    const { ok: isTaken, status } = await fetchHttp(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"resourceSpans":[]}',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (isTaken) return [ok('traces', `${host} takes them`)];
    const advice = `check the endpoint's path and OTEL_EXPORTER_OTLP_HEADERS`;
    return [problem('traces', `${host} refuses them with HTTP ${status}: ${advice}`)];
  } catch {
    return [
      problem('traces', `${host} does not answer: check OTEL_EXPORTER_OTLP_ENDPOINT, the proxy and the firewall`),
    ];
  }
}
