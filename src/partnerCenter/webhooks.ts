import { z } from 'zod/v4';
import type { Call, CallSpec } from './call';
import { parseAnswer } from './parseAnswer';
import type { PartnerCenter, WebhookRegistration } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';

type Webhooks = Pick<
  PartnerCenter,
  | 'listWebhookEvents'
  | 'getWebhookRegistration'
  | 'createWebhookRegistration'
  | 'replaceWebhookRegistration'
  | 'requestTestEvent'
>;

/** The documentation writes the names of the properties with a capital letter, its samples also without. */
const schema = z
  .looseObject({})
  .transform((json) => Object.fromEntries(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value])))
  .pipe(z.looseObject({ webhookurl: z.string().nullish(), webhookevents: z.array(z.string()).nullish() }));

/** The registration of webhooks. https://learn.microsoft.com/en-us/partner-center/developer/partner-center-webhooks */
export function webhooks(call: Call): Webhooks {
  const common = { base: 'webhooks', audience: 'partner-center' } as const;
  const path = '/registration';
  const write = (method: 'POST' | 'PUT', { url, events }: WebhookRegistration): CallSpec => ({
    ...common,
    name: `${method} /webhooks/v1/registration`,
    method,
    path,
    // Gateways in front of the bot may take Authorization for themselves.
    body: { WebhookUrl: url, WebhookEvents: events, signatureTokenToMsSignatureHeader: true },
    isRegistration: true,
  });
  return {
    async listWebhookEvents(tokens, options) {
      const spec = { ...common, name: 'GET /webhooks/v1/registration/events', method: 'GET' } as const;
      return parseAnswer(z.array(z.string()), await call(tokens, { ...spec, path: `${path}/events` }, options));
    },
    async getWebhookRegistration(tokens, options) {
      const spec = { ...common, name: 'GET /webhooks/v1/registration', method: 'GET', path } as const;
      try {
        const { webhookurl, webhookevents } = parseAnswer(schema, await call(tokens, spec, options));
        return webhookurl ? { url: webhookurl, events: webhookevents ?? [] } : undefined;
      } catch (error) {
        if (error instanceof PartnerCenterError && error.kind === 'notFound') return undefined;
        throw error;
      }
    },
    async createWebhookRegistration(tokens, registration, options) {
      await call(tokens, write('POST', registration), options);
    },
    async replaceWebhookRegistration(tokens, registration, options) {
      await call(tokens, write('PUT', registration), options);
    },
    async requestTestEvent(tokens, options) {
      const name = 'POST /webhooks/v1/registration/validationEvents';
      const spec = { ...common, name, method: 'POST', isRegistration: true } as const;
      await call(tokens, { ...spec, path: `${path}/validationEvents` }, options);
    },
  };
}
