import { span } from './span';

/** A request to somebody else, as it may be told: its own address, which has ids and questions in it, is left out. */
export interface ToldRequest {
  method: string;
  /** The path with ids left out: `/engagements/referrals/{id}`. */
  template: string;
  /** Any address on the server that it goes to. */
  server: string;
}

/** Makes one request as a span. https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span */
export function requestSpan<T>({ method, template, server }: ToldRequest, work: () => Promise<T>): Promise<T> {
  const url = URL.parse(server);
  const attributes = {
    'http.request.method': method,
    'url.template': template,
    'server.address': url?.hostname,
    'server.port': Number(url?.port || (url?.protocol === 'http:' ? 80 : 443)),
  };
  return span(`${method} ${template}`, attributes, work, 'client');
}
