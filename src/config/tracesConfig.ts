import type { Environment } from './environment';
import { list } from './list';
import { loopbackHosts } from './serviceHosts';

/** Where spans are exported to. */
export interface TracesConfig {
  /** They are posted there: OTLP over HTTP, as JSON. */
  url: string;
  /** Go along with every request; secret. */
  headers: Readonly<Record<string, string>>;
  /** What is said of the whole service with all of them, `service.name` included. */
  resource: Readonly<Record<string, string>>;
}

type Variable = keyof Environment & `OTEL_${string}`;

const endpoints = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;
/** The exporter reads both by itself; what the latter says counts more. */
const headers = ['OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS'] as const;

/** What an endpoint switches on; null without one, whatever else is set. https://opentelemetry.io/docs/specs/otel/protocol/exporter/ */
export function tracesConfig(env: Environment): TracesConfig | null {
  const variable = endpoints.find((name) => env[name]);
  if (!variable) return null;
  const endpoint = env[variable];
  return {
    url: variable === 'OTEL_EXPORTER_OTLP_ENDPOINT' ? `${endpoint.replace(/\/+$/, '')}/v1/traces` : endpoint,
    headers: Object.assign({}, ...headers.map((name) => pairs(env[name]))) as Record<string, string>,
    resource: { ...pairs(env.OTEL_RESOURCE_ATTRIBUTES), 'service.name': env.OTEL_SERVICE_NAME },
  };
}

/** Why spans cannot be exported to the endpoint that is set. What would go with another one is not looked at. */
export function tracesProblems(env: Environment): string[] {
  const variable = endpoints.find((name) => env[name]);
  if (!variable) return [];
  const url = URL.parse(env[variable]);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return [`${variable}: must be a URL such as http://localhost:4318, without a user name`];
  }
  const isPrivate = url.protocol === 'https:' || loopbackHosts.includes(url.hostname);
  return [
    ...(env.OTEL_EXPORTER_OTLP_PROTOCOL === 'http/json'
      ? []
      : ['OTEL_EXPORTER_OTLP_PROTOCOL: must be http/json or not set; Partner Desk speaks no other']),
    ...headers.flatMap((name) => pairProblems(env, name, isHeader)),
    ...pairProblems(env, 'OTEL_RESOURCE_ATTRIBUTES', () => true),
    ...headers
      .filter((name) => env[name] && !isPrivate)
      .map((name) => `${name}: are a secret, and ${variable} is not https; they go over http to this machine only`),
  ];
}

function pairProblems(env: Environment, variable: Variable, fits: (pair: [string, string]) => boolean): string[] {
  const read = pairs(env[variable]);
  if (read && Object.entries(read).every(fits)) return [];
  return [`${variable}: must be name=value, with commas between several; in a value % begins an escape such as %20`];
}

/** `name=value` with commas between, values percent-encoded; undefined where it is written differently. */
function pairs(text: string): Record<string, string> | undefined {
  const read = list(text).map((pair) => /^([^\s=]+)\s*=\s*(.*)$/.exec(pair) ?? []);
  if (read.some(([whole]) => whole === undefined)) return undefined;
  try {
    return Object.fromEntries(read.map(([, name = '', value = '']) => [name, decodeURIComponent(value)]));
  } catch {
    return undefined;
  }
}

const isHeader = ([name, value]: [string, string]): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\x20-\x7e]*$/.test(value);
