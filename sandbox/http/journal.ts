import type { SandboxClock } from '../clock';
import { readToken } from './accessToken';
import type { Call } from './call';

/** One request that reached the APIs. Times are ISO 8601, UTC, by the sandbox's clock. The token is never kept. */
export interface JournalEntry {
  method: string;
  /** Path with the query, as sent. */
  path: string;
  audience: string | null;
  who: string | null;
  /** Null until it is answered, and for good when the connection was cut. */
  status: number | null;
  headers: Record<string, string>;
  /** Parsed JSON where it is JSON, the text where not, null without a body. */
  body: unknown;
  startedAt: string;
  endedAt: string | null;
  /** Id of the fault that hit it. */
  fault: string | null;
}

const kept = 10_000;
const interesting = /^(accept|content-type|if-match|prefer|client-request-id|validatemfa|x-locale|ms-.+)$/;

/** What was asked of the sandbox, oldest first; the newest 10 000 requests. */
export class Journal {
  private entries: JournalEntry[] = [];

  constructor(private readonly clock: SandboxClock) {}

  open(call: Call, url: string): JournalEntry {
    const token = readToken(call.headers.authorization);
    const headers = Object.entries(call.headers).filter(([name]) => interesting.test(name));
    const entry: JournalEntry = {
      method: call.method,
      path: url,
      audience: token?.audience ?? null,
      who: token?.who ?? null,
      status: null,
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      body: parse(call.body),
      startedAt: this.time(),
      endedAt: null,
      fault: null,
    };
    this.entries.push(entry);
    if (this.entries.length > kept) this.entries.shift();
    return entry;
  }

  close(entry: JournalEntry, status: number | null): void {
    entry.status = status;
    entry.endedAt = this.time();
  }

  all(): JournalEntry[] {
    return structuredClone(this.entries);
  }

  clear(): void {
    this.entries = [];
  }

  private time(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

function parse(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
