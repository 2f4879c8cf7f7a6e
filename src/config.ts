import { existsSync } from 'node:fs';
import { z } from 'zod/v4';

/** How the bot authenticates with Bot Framework; absent means that inbound checks are off. */
export interface BotRegistration {
  id: string;
  type: 'SingleTenant' | 'UserAssignedMsi';
  tenantId: string;
  /** `SECRET_BOT_PASSWORD`; empty for a managed identity. */
  password: string;
}

/** Everything that the environment says, validated. Durations are in ms. */
export interface Config {
  port: number;
  bot: BotRegistration | null;
  referralsApiUrl: string;
  partnerCenterApiUrl: string;
  databaseUrl: string;
  pollIntervalMs: number;
  responseDays: number;
  /** With `{id}` and `{engagementId}` to be filled in. */
  referralLink: string;
  /** Hosts that a serviceUrl may name; `*.` stands for any subdomain. */
  allowedServiceHosts: readonly string[];
  /** Entra object ids of the people who may change referrals; null means everybody whom Partner Center lets. */
  deciderIds: readonly string[] | null;
  logLevel: string;
}

/** The environment cannot be used; `problems` has a sentence for each thing that is wrong. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

// https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
const teamsServiceHosts = [
  '*.botframework.com',
  '*.botframework.us',
  'smba.trafficmanager.net',
  '*.teams.microsoft.com',
  '*.teams.microsoft.us',
];
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

const list = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
/** The host that an entry names, which may be a URL or a host with a port. */
const hostOf = (entry: string): string =>
  entry
    .replace(/^\w+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '')
    .toLowerCase();

/** Where tokens are sent: https, or plain http on this machine. */
const apiUrl = (usual: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be a URL such as ${usual}`, abort: true })
    .refine(
      isSafeForTokens,
      'must be https without a user name, because tokens are sent there; http only to this machine',
    )
    .transform((text) => text.replace(/\/+$/, ''))
    .default(usual);
function isSafeForTokens(text: string): boolean {
  const url = URL.parse(text);
  if (url?.username || url?.password) return false;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopbackHosts.includes(url.hostname));
}
const optional = z.string().trim().default('');

const environment = z.object({
  NODE_ENV: optional,
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3978),
  IDENTITY: z.enum(['entra', 'sandbox'], { error: 'must be entra or sandbox' }).default('entra'),
  BOT_ID: optional,
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMsi'], { error: 'must be SingleTenant or UserAssignedMsi' })
    .default('SingleTenant'),
  BOT_TENANT_ID: optional,
  SECRET_BOT_PASSWORD: optional,
  ALLOWED_SERVICE_URLS: optional.refine(
    (text) => list(text).every((entry) => /^(\*\.)?[\w.-]+$|^\[[\da-f:]+\]$/i.test(hostOf(entry))),
    'must be hosts or URLs, separated by commas',
  ),
  DECIDER_IDS: optional,
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
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be a pino level such as info',
    })
    .default('info'),
});

type Environment = z.infer<typeof environment>;

/** What is wrong with values that are each well-formed but do not go together. */
function contradictions(env: Environment): string[] {
  const problems: string[] = [];
  if (env.IDENTITY === 'entra') {
    problems.push('IDENTITY: this version signs people in only against the sandbox; set IDENTITY=sandbox');
  }
  if (env.IDENTITY === 'sandbox' && env.NODE_ENV === 'production') {
    problems.push('IDENTITY: sandbox is refused when NODE_ENV=production, because anybody could act as anybody');
  }
  if (env.BOT_ID && !env.BOT_TENANT_ID) problems.push('BOT_TENANT_ID: is needed with BOT_ID');
  if (env.BOT_ID && env.BOT_TYPE === 'SingleTenant' && !env.SECRET_BOT_PASSWORD) {
    problems.push('SECRET_BOT_PASSWORD: is needed with BOT_ID and BOT_TYPE=SingleTenant');
  }
  return problems;
}

/**
 * Reads the environment. An empty variable counts as one that is not set.
 * @throws ConfigError naming every problem at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const problems = contradictions(parsed.data);
  if (problems.length) throw new ConfigError(problems);
  return toConfig(parsed.data);
}

function toConfig(env: Environment): Config {
  const { BOT_ID: id, BOT_TYPE: type, BOT_TENANT_ID: tenantId, SECRET_BOT_PASSWORD: password } = env;
  const hosts = list(env.ALLOWED_SERVICE_URLS).map(hostOf);
  return {
    port: env.PORT,
    bot: id ? { id, type, tenantId, password } : null,
    referralsApiUrl: env.REFERRALS_API_URL,
    partnerCenterApiUrl: env.PARTNER_CENTER_API_URL,
    databaseUrl: env.DATABASE_URL,
    pollIntervalMs: Math.round(env.POLL_INTERVAL_SECONDS * 1000),
    responseDays: env.REFERRAL_RESPONSE_DAYS,
    referralLink: env.REFERRAL_LINK,
    allowedServiceHosts: [
      ...(hosts.length ? hosts : teamsServiceHosts),
      ...(env.IDENTITY === 'sandbox' ? loopbackHosts : []),
    ],
    deciderIds: env.DECIDER_IDS ? list(env.DECIDER_IDS.toLowerCase()) : null,
    logLevel: env.LOG_LEVEL,
  };
}

/** The process's environment, with what `.env` in the working directory adds to it. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
