import { z } from 'zod/v4';
import { apiUrl } from './apiUrl';
import { authorityHost } from './authorityHost';
import { list } from './list';
import { schedule } from './schedule';
import { hostOf } from './serviceHosts';

const optional = z.string().trim().default('');
const yesOrNo = z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0');

/** The variables that are read, each on its own. */
export const environment = z.object({
  NODE_ENV: optional,
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3978),
  IDENTITY: z.enum(['entra', 'sandbox'], { error: 'must be entra or sandbox' }).default('entra'),
  BOT_ID: optional,
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMsi'], { error: 'must be SingleTenant or UserAssignedMsi' })
    .default('SingleTenant'),
  BOT_TENANT_ID: optional,
  SECRET_BOT_PASSWORD: optional,
  BOT_CERTIFICATE_PATH: optional,
  BOT_FEDERATED: yesOrNo,
  BOT_OPENID_METADATA_URL: apiUrl('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_LOGIN_URL: authorityHost.optional(),
  BOT_DOMAIN: optional.refine(
    (text) => /^([a-z\d-]+(\.[a-z\d-]+)*(:\d+)?)?$/i.test(text),
    'must be a host name without https:// and without a path',
  ),
  AAD_APP_CLIENT_ID: optional,
  AAD_APP_TENANT_ID: optional,
  SECRET_AAD_APP_CLIENT_SECRET: optional,
  AAD_APP_CERTIFICATE_PATH: optional,
  AAD_APP_FEDERATED: yesOrNo,
  FEDERATED_IDENTITY_CLIENT_ID: optional,
  ENTRA_AUTHORITY_HOST: authorityHost.default('https://login.microsoftonline.com'),
  SECRET_TOKEN_KEY: optional.refine(
    (text) => list(text).every((key) => Buffer.from(key, 'base64').length === 32),
    'must be 32 bytes in base64; several with commas between them, the one in use first',
  ),
  ADMIN_IDS: optional,
  ALLOWED_SERVICE_URLS: optional.refine(
    (text) => list(text).every((entry) => /^(\*\.)?[\w.-]+$|^\[[\da-f:]+\]$/i.test(hostOf(entry))),
    'must be hosts or URLs, separated by commas',
  ),
  DECIDER_IDS: optional,
  ALLOWED_CHANNELS: optional.refine(
    (text) => list(text).every((id) => /^19:[^@\s]+@thread\.(tacv2|v2|skype)$/i.test(id)),
    'must be ids such as 19:…@thread.tacv2, separated by commas',
  ),
  GUESTS: z.enum(['off', 'read'], { error: 'must be off or read' }).default('off'),
  REFERRAL_LINK: z
    .url({ error: 'must be a URL' })
    .default('https://partner.microsoft.com/dashboard/referrals/v2/leads'),
  REFERRALS_API_URL: apiUrl('https://api.partner.microsoft.com/v1.0'),
  PARTNER_CENTER_API_URL: apiUrl('https://api.partnercenter.microsoft.com/v1'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must begin with sqlite: or postgres://')
    .default('sqlite:./data/partner-desk.db'),
  POLL_INTERVAL_SECONDS: z.coerce.number({ error: 'must be a number of seconds' }).min(0.1).max(86_400).default(60),
  REFERRAL_RESPONSE_DAYS: z.coerce.number({ error: 'must be a number of days' }).min(1).max(365).default(14),
  MODEL: z.enum(['off', 'openai', 'azure-openai'], { error: 'must be off, openai or azure-openai' }).default('off'),
  MODEL_SEES_DATA: z.enum(['no', 'yes'], { error: 'must be no or yes' }).default('no'),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: z.string().trim().default('https://api.openai.com/v1'),
  OPENAI_MODEL: z.string().trim().default('gpt-4o-mini'),
  AZURE_OPENAI_ENDPOINT: optional,
  AZURE_OPENAI_API_KEY: optional,
  AZURE_OPENAI_DEPLOYMENT_NAME: optional,
  AZURE_OPENAI_API_VERSION: z.string().trim().default('2024-10-21'),
  WARNING_SCHEDULE: optional.transform((text, problems) => schedule(text || '7d,3d,1d,4h', problems)),
  WEBHOOKS: z.enum(['off', 'on'], { error: 'must be off or on' }).default('off'),
  WEBHOOK_SECRET: optional.refine(
    (text) => /^([\w-]{24,200})?$/.test(text),
    'must be 24 to 200 letters, digits, _ or -, that nobody can guess',
  ),
  WEBHOOK_CERTIFICATE_HOSTS: optional,
  WEBHOOK_ROOTS_PATH: optional,
  OTEL_EXPORTER_OTLP_ENDPOINT: optional,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional,
  OTEL_EXPORTER_OTLP_HEADERS: optional,
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: optional,
  OTEL_EXPORTER_OTLP_PROTOCOL: z.string().trim().default('http/json'),
  OTEL_SERVICE_NAME: z.string().trim().default('partner-desk'),
  OTEL_RESOURCE_ATTRIBUTES: optional,
  RETENTION_DAYS: z.coerce.number({ error: 'must be a number of days' }).min(1).max(36_500).default(400),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be a pino level such as info',
    })
    .default('info'),
});

/** What they say. */
export type Environment = z.infer<typeof environment>;
