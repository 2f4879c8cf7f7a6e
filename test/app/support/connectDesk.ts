import { randomBytes } from 'node:crypto';
import { startDesk, type TestDesk } from '../../support/desk';
import { homeTenant, type EntraApp, type EntraUser } from '../../support/entra/directory';
import { startEntra, type Entra } from '../../support/entra/startEntra';
import type { Place } from '../../support/fakeTeams';
import { TestClock } from '../../support/testClock';

/** A page, and where the browser is then. */
export interface Visit {
  status: number;
  html: string;
  /** Where it leads to by itself, if it does. */
  location: string | undefined;
  headers: Headers;
}

/** A browser: it keeps the one cookie, and follows nothing by itself. */
export class Browser {
  cookie = '';
  constructor(private readonly desk: () => TestDesk) {}

  async open(url: string, init: RequestInit = {}): Promise<Visit> {
    const target = url.replace(connectOrigin, `http://127.0.0.1:${this.desk().app.port}`);
    const headers = { ...(this.cookie ? { cookie: this.cookie } : {}), ...(init.headers as Record<string, string>) };
    const answer = await fetch(target, { ...init, headers, redirect: 'manual' });
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    const location = answer.headers.get('location') ?? undefined;
    return { status: answer.status, html: await answer.text(), location, headers: answer.headers };
  }

  /** Sends the form of a page with one of its buttons. */
  submit({ html }: Pick<Visit, 'html'>, button: string, changes: Record<string, string> = {}): Promise<Visit> {
    const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`There is no form on ${html}`);
    const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    return this.post(connectOrigin + action, { ...fields, answer: button, ...changes });
  }

  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Visit> {
    return this.open(url, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Signs in at Entra, and gives the address that it sends the browser back to. */
  async signIn({ location }: Visit, as: EntraUser): Promise<string> {
    const url = new URL(location ?? '');
    url.searchParams.set('login_hint', as.upn);
    return (await this.open(url.href)).location ?? '';
  }
}

export const connectOrigin = 'https://desk.contoso-partner.example';
const secret = 'the-secret-of-the-app';

/** The whole product where an account is connected for watching, with an Entra around it. */
export interface ConnectDesk {
  desk: TestDesk;
  entra: Entra;
  app: EntraApp;
  /** Megan's chat; she is the administrator. */
  chat: Place;
  key: string;
  browser(): Browser;
  /** Types `connect` as Megan, and gives the link of the card that answers. */
  link(): Promise<string>;
  /** Goes the whole way. */
  connect(as?: EntraUser): Promise<Visit>;
  close(): Promise<void>;
}

/** An Entra of one test file, by the clock of the test that runs. */
export interface FileEntra {
  entra: Entra;
  clock: TestClock;
}

export async function startFileEntra(): Promise<FileEntra> {
  const clock = new TestClock();
  const entra = await startEntra({ now: () => file.clock.now() });
  const file: FileEntra = { entra, clock };
  return file;
}

export async function startConnectDesk(file: FileEntra, env: Record<string, string> = {}): Promise<ConnectDesk> {
  const clock = (file.clock = new TestClock());
  const { entra } = file;
  entra.state.calls.length = 0;
  for (const user of entra.state.users) Object.assign(user, { mfa: 'enrolled', disabled: false, passwordChangedAt: 0 });
  const redirectUris = [`${connectOrigin}/auth/callback`];
  const app = entra.state.addApp({ name: 'Partner Desk', secrets: [secret], redirectUris });
  entra.state.grants.refreshOnce = true;
  const key = randomBytes(32).toString('base64');
  const desk = await startDesk({
    clock,
    entra,
    env: { SECRET_TOKEN_KEY: key, ADMIN_IDS: entra.people.megan.oid, ...env },
    adjust: (config) => ({
      ...config,
      identity: 'entra',
      signInApp: {
        clientId: app.clientId,
        tenantId: homeTenant,
        authorityHost: entra.authorityHost,
        proof: { kind: 'secret', secret },
      },
      botDomain: new URL(connectOrigin).host,
    }),
  });
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  const browser = () => new Browser(() => desk);
  const link = async () => {
    await desk.teams.say({ by: desk.megan, in: chat }, 'connect');
    const card = JSON.stringify(desk.teams.cards(chat.id).at(-1)?.card ?? {});
    return /"url":"([^"]+)"/.exec(card)?.[1] ?? '';
  };
  return {
    desk,
    entra,
    app,
    chat,
    key,
    browser,
    link,
    async connect(as = entra.people.isaiah) {
      const own = browser();
      const start = await own.open(await link());
      const away = await own.submit(start, 'continue');
      const back = await own.open(await own.signIn(away, as));
      return own.submit(await own.open(back.location ?? ''), 'connect');
    },
    close: () => desk.close(),
  };
}
