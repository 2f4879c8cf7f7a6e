import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it was exported. */
export interface ExportedSpan {
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  /** Missing where it is part of no other. */
  parentSpanId?: string;
  startTimeUnixNano: string;
  /** The spans that it is linked to. */
  links: string[];
  attributes: Record<string, unknown>;
  /** Whether it ended with an error. */
  failed: boolean;
  resource: Record<string, unknown>;
}

/** A collector of OpenTelemetry's: OTLP over HTTP, JSON. */
export interface Collector {
  origin: string;
  /** What came, as it came. */
  bodies: string[];
  headers: NodeJS.Dict<string | string[]>[];
  /** Answers requests from now on; undefined takes them as a collector does. */
  answer: ((response: ServerResponse) => void) | undefined;
  spans(): ExportedSpan[];
  close(): Promise<void>;
}

type Value = { stringValue?: string; intValue?: number; boolValue?: boolean };
type KeyValues = { key: string; value: Value }[];
interface Body {
  resourceSpans: {
    resource: { attributes: KeyValues };
    scopeSpans: { spans: (Omit<ExportedSpan, 'links' | 'attributes'> & RawSpan)[] }[];
  }[];
}
interface RawSpan {
  links?: { spanId: string }[];
  attributes: KeyValues;
  status: { code: number };
}

// https://opentelemetry.io/docs/specs/otlp/#otlphttp
export async function startCollector(): Promise<Collector> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (collector.answer) {
        collector.answer(response);
        return;
      }
      const isTraces = request.method === 'POST' && request.url === '/v1/traces';
      response.statusCode = isTraces ? 200 : 404;
      if (isTraces) collector.bodies.push(Buffer.concat(chunks).toString());
      collector.headers.push(request.headers);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const collector: Collector = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies: [],
    headers: [],
    answer: undefined,
    spans: () => collector.bodies.flatMap(spansOf),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return collector;
}

const spansOf = (body: string): ExportedSpan[] =>
  (JSON.parse(body) as Body).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ links = [], attributes, status, ...span }) => ({
        ...span,
        links: links.map(({ spanId }) => spanId),
        attributes: plain(attributes),
        failed: status.code === 2,
        resource: plain(resource.attributes),
      })),
    ),
  );

/** Spans by their names, in the order in which they began, each indented below the one that it is part of. */
export const drawn = (spans: readonly ExportedSpan[], parent?: string, indent = ''): string[] =>
  spans
    .filter((span) => (span.parentSpanId || undefined) === parent)
    .toSorted((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)))
    .flatMap((span) => [indent + span.name, ...drawn(spans, span.spanId, `${indent}  `)]);

const plain = (attributes: KeyValues) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
