import { existsSync } from 'node:fs';
import { contradictions } from './config/contradictions';
import { environment, type Environment } from './config/environment';
import { list } from './config/list';
import { modelConfig, type ModelConfig } from './config/modelConfig';
import { botRegistration, signInApp, type AppRegistration, type BotRegistration } from './config/registrations';
import { tracesConfig, type TracesConfig } from './config/tracesConfig';
import { webhookConfig, type WebhookConfig } from './config/webhookConfig';
import { hostOf, loopbackHosts, teamsServiceHosts } from './config/serviceHosts';

/** Everything that the environment says, validated. Durations are in ms. */
export interface Config {
  port: number;
  /** Whose tokens calls to Partner Center are made with. */
  identity: 'entra' | 'sandbox';
  /** `BOT_ID`; empty when not set. */
  botId: string;
  /** Absent means that inbound checks are off. */
  bot: BotRegistration | null;
  /** The app that people sign in to. */
  signInApp: AppRegistration | null;
  /** The bot's public host name, with a port if it has one of its own; empty when not set. */
  botDomain: string;
  /** Keys that stored tokens are encrypted with, 32 bytes each; the first is the one in use. */
  tokenKeys: readonly Buffer[];
  /** Entra object ids of the administrators; null means everybody, which is so in the sandbox only. */
  adminIds: readonly string[] | null;
  referralsApiUrl: string;
  partnerCenterApiUrl: string;
  databaseUrl: string;
  pollIntervalMs: number;
  responseDays: number;
  /** How long before a referral expires to warn, in ms. */
  warningSchedule: readonly number[];
  /** With `{id}` and `{engagementId}` to be filled in. */
  referralLink: string;
  /** Hosts that a serviceUrl may name; `*.` stands for any subdomain. */
  allowedServiceHosts: readonly string[];
  /** Whether files may be uploaded to this machine, in the sandbox only; else over https alone. */
  uploadsToLoopback: boolean;
  /** Entra object ids of the people who may change referrals; null means everybody whom Partner Center lets. */
  deciderIds: readonly string[] | null;
  /** Ids of channels, teams and group chats where data may be shown; null means everywhere. */
  allowedChannels: readonly string[] | null;
  /** What guests and people of other tenants may do. */
  guests: 'off' | 'read';
  /** Absent means that no language model is asked. */
  model: ModelConfig | null;
  /** Absent means that no events are received. */
  webhook: WebhookConfig | null;
  /** Absent means that no spans are made. */
  traces: TracesConfig | null;
  /** How long the audit trail is kept. */
  retentionMs: number;
  logLevel: string;
}

/** The environment cannot be used; `problems` has a sentence for each thing that is wrong. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
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
  const hosts = list(env.ALLOWED_SERVICE_URLS).map(hostOf);
  return {
    port: env.PORT,
    identity: env.IDENTITY,
    botId: env.BOT_ID,
    bot: botRegistration(env),
    signInApp: signInApp(env),
    botDomain: env.BOT_DOMAIN,
    tokenKeys: list(env.SECRET_TOKEN_KEY).map((key) => Buffer.from(key, 'base64')),
    adminIds: env.ADMIN_IDS || env.IDENTITY === 'entra' ? list(env.ADMIN_IDS.toLowerCase()) : null,
    referralsApiUrl: env.REFERRALS_API_URL,
    partnerCenterApiUrl: env.PARTNER_CENTER_API_URL,
    databaseUrl: env.DATABASE_URL,
    pollIntervalMs: Math.round(env.POLL_INTERVAL_SECONDS * 1000),
    responseDays: env.REFERRAL_RESPONSE_DAYS,
    warningSchedule: env.WARNING_SCHEDULE,
    referralLink: env.REFERRAL_LINK,
    allowedServiceHosts: [
      ...(hosts.length ? hosts : teamsServiceHosts),
      ...(env.IDENTITY === 'sandbox' ? loopbackHosts : []),
    ],
    uploadsToLoopback: env.IDENTITY === 'sandbox',
    deciderIds: env.DECIDER_IDS ? list(env.DECIDER_IDS.toLowerCase()) : null,
    allowedChannels: env.ALLOWED_CHANNELS ? list(env.ALLOWED_CHANNELS) : null,
    guests: env.GUESTS,
    model: modelConfig(env),
    webhook: webhookConfig(env),
    traces: tracesConfig(env),
    retentionMs: Math.round(env.RETENTION_DAYS * 86_400_000),
    logLevel: env.LOG_LEVEL,
  };
}

/** The process's environment, with what `.env` in the working directory adds to it. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
