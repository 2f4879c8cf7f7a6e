import type { Request, Response } from 'restify';
import { z } from 'zod/v4';
import { annotate, span } from '../lib/span';

const route = '/api/messages';

/** What Teams does: `adaptiveCard/action`. Whatever else somebody may put there is not told. */
const told = z.looseObject({
  type: z
    .string()
    .regex(/^[A-Za-z]{1,40}$/)
    .catch(''),
  name: z
    .string()
    .regex(/^[A-Za-z]{1,40}(\/[A-Za-z]{1,40}){1,2}$/)
    .catch(''),
});

/** A turn as a span. https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server-span */
export function messageSpan(request: Request, response: Response, work: () => Promise<void>): Promise<void> {
  const { type = '', name = '' } = told.safeParse(request.body).data ?? {};
  const attributes = {
    'http.request.method': 'POST',
    'http.route': route,
    'partner_desk.activity.type': type,
    ...(name ? { 'partner_desk.activity.name': name } : {}),
  };
  const answered = async () => {
    await work();
    annotate({ 'http.response.status_code': response.statusCode });
  };
  return span(`POST ${route}`, attributes, answered, 'server');
}
