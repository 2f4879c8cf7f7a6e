import { randomUUID } from 'node:crypto';
import { createLog } from '../../src/lib/log';
import type { AuditRow } from '../../src/storage/auditEntry';
import { openStore } from '../../src/storage/openStore';
import { startDesk, type TestDesk, type TestDeskOptions } from './desk';
import { homeTenant, type EntraApp, type EntraUser } from './entra/directory';
import { startBotFramework } from './entra/startBotFramework';
import { teamsAuthentication } from './entra/teamsAuthentication';
import { startEntra, type Entra } from './entra/startEntra';
import type { SsoChanges } from './entra/ssoToken';
import type { BotAnswer, Place, TeamsUser } from './fakeTeams';
import { TestClock } from './testClock';

/** The sign-in card or login request that a person sees. */
export interface SeenSignIn {
  text: string;
  tokenExchangeResource?: { id: string; uri: string };
  buttons: { type: string; title: string; value: string }[];
  /** Whether others in the conversation see it. */
  targeted: boolean;
}

/** The whole product where people sign in with Entra, and what their Teams does for that. */
export interface SignInDesk {
  desk: TestDesk;
  entra: Entra;
  app: EntraApp;
  botId: string;
  secret: string;
  /** The sign-in cards in a conversation, oldest first. */
  offers(place: Place): SeenSignIn[];
  /** Teams gets a token by itself and brings it for the newest card, or the named one. */
  exchange(by: TeamsUser, place: Place, changes?: ExchangeChanges): Promise<BotAnswer>;
  /** Any of the invokes of signing in. */
  invoke(by: TeamsUser, place: Place, name: string, value: unknown): Promise<BotAnswer>;
  /** Presses the button of the newest card in a conversation and signs in: the page that ends it. */
  browse(link: string, as: EntraUser): Promise<{ status: number; html: string; code: string; headers: Headers }>;
  sso(user: EntraUser, changes?: SsoChanges): Promise<string>;
  /** The whole audit trail. */
  audit(): Promise<AuditRow[]>;
  close(): Promise<void>;
}

export interface ExchangeChanges {
  id?: string;
  token?: string;
}

const secret = 'a-secret-of-the-sign-in-app';

export interface SignInDeskOptions extends Pick<TestDeskOptions, 'env' | 'fetch'> {
  world?: 'seeded';
  /** Teams signs what it sends, and takes nothing without the bot's own token; neither is looked at when left out. */
  checked?: boolean;
  /** PEM; what the bot proves itself with where it has no secret. */
  botCertificate?: string;
}

const botSecret = 'a-secret-of-the-bot';

/** Starts it. */
export async function startSignInDesk({
  checked,
  botCertificate,
  ...options
}: SignInDeskOptions = {}): Promise<SignInDesk> {
  const clock = new TestClock();
  const now = () => clock.now();
  const entra = await startEntra({ now });
  const botId = randomUUID();
  const app = entra.state.addApp({
    name: 'Partner Desk',
    appIdUri: `api://botid-${botId}`,
    secrets: [secret],
    redirectUris: ['https://bot.example/auth/signin/callback'],
  });
  const env = {
    IDENTITY: 'entra',
    BOT_ID: botId,
    BOT_TENANT_ID: homeTenant,
    SECRET_BOT_PASSWORD: botSecret,
    BOT_DOMAIN: 'bot.example',
    AAD_APP_CLIENT_ID: app.clientId,
    AAD_APP_TENANT_ID: homeTenant,
    SECRET_AAD_APP_CLIENT_SECRET: secret,
    ENTRA_AUTHORITY_HOST: entra.authorityHost,
    ALLOWED_SERVICE_URLS: '127.0.0.1',
    ...options.env,
  };
  const parts = { entra, app, botId, secret };
  if (!checked) {
    const desk = await startDesk({ ...options, env, clock, entra, adjust: (config) => ({ ...config, bot: null }) });
    return signInDesk({ desk, ...parts });
  }
  const botFramework = await startBotFramework({ now });
  const certificates = botCertificate ? [botCertificate] : [];
  entra.state.addApp({ name: 'Partner Desk bot', clientId: botId, secrets: [botSecret], certificates });
  const urls = { BOT_LOGIN_URL: entra.authorityHost, BOT_OPENID_METADATA_URL: botFramework.metadataUrl };
  const desk = await startDesk({ ...options, env: { ...env, ...urls }, clock, entra });
  desk.teams.authentication = teamsAuthentication(botId, { botFramework, entra, now });
  const started = signInDesk({ desk, ...parts });
  return {
    ...started,
    async close() {
      await started.close();
      await botFramework.close();
    },
  };
}

function signInDesk(parts: Pick<SignInDesk, 'desk' | 'entra' | 'app' | 'botId' | 'secret'>): SignInDesk {
  const { desk, entra, app } = parts;
  const sso = (user: EntraUser, changes?: SsoChanges) => entra.ssoToken(user, app, changes);
  const offers = (place: Place) => seenIn(desk, place);
  const invoke = (by: TeamsUser, place: Place, name: string, value: unknown) =>
    desk.teams.invoke({ by, in: place }, name, value);
  return {
    ...parts,
    offers,
    sso,
    audit: () => readAudit(desk),
    invoke,
    async exchange(by, place, changes = {}) {
      const user = entra.state.user(by.aadObjectId);
      const { id = offers(place).at(-1)?.tokenExchangeResource?.id ?? 'none', token = await sso(user) } = changes;
      return invoke(by, place, 'signin/tokenExchange', { id, connectionName: 'PartnerDesk', token });
    },
    async browse(link, as) {
      const start = await fetch(localUrl(desk, link), { redirect: 'manual' });
      const authorize = start.headers.get('location');
      if (!authorize) return page(start);
      const url = new URL(authorize);
      url.searchParams.set('login_hint', as.upn);
      const back = await fetch(url, { redirect: 'manual' });
      return page(await fetch(localUrl(desk, back.headers.get('location') ?? '')));
    },
    async close() {
      await desk.close();
      await entra.close();
    },
  };
}

async function readAudit(desk: TestDesk): Promise<AuditRow[]> {
  const store = await openStore({ databaseUrl: desk.databaseUrl, log: createLog('silent'), clock: desk.clock });
  try {
    return await store.audit.page(0, 1000);
  } finally {
    await store.close();
  }
}

/** What the public host name leads to here. */
const localUrl = (desk: TestDesk, url: string) =>
  url.replace('https://bot.example', `http://127.0.0.1:${desk.app.port}`);

async function page(answer: Response) {
  const html = await answer.text();
  return { status: answer.status, html, code: /data-code="([^"]+)"/.exec(html)?.[1] ?? '', headers: answer.headers };
}

function seenIn(desk: TestDesk, place: Place): SeenSignIn[] {
  return desk.teams.requests.flatMap(({ method, path, query, body, status }) => {
    const id = encodeURIComponent(place.id);
    if (method !== 'POST' || !encodeURIComponent(path).includes(id) || status !== 201) return [];
    const { attachments = [] } = (body ?? {}) as { attachments?: { contentType: string; content: SeenSignIn }[] };
    return attachments
      .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth')
      .map(({ content }) => ({ ...content, targeted: query === 'isTargetedActivity=true' }));
  });
}
