import { randomBytes } from 'node:crypto';
import type { TestDesk } from '../../support/desk';
import { eventually } from '../../support/eventually';
import type { EntraUser } from '../../support/entra/directory';
import type { Place, TeamsUser } from '../../support/fakeTeams';
import { startSignInDesk, type SignInDesk, type SignInDeskOptions } from '../../support/signInDesk';

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

export const connectOrigin = 'https://bot.example';

/** The whole product where an account is connected for watching, with an Entra around it. */
export interface ConnectDesk extends SignInDesk {
  /** Megan's chat; she is the administrator. */
  chat: Place;
  /** `SECRET_TOKEN_KEY`. */
  key: string;
  browser(): Browser;
  /** Types in a place. */
  say(by: TeamsUser, place: Place, text: string): Promise<void>;
  /** Signs a person in, in their own chat, as Teams does it by itself. Megan is signed in from the start. */
  signIn(by: TeamsUser, place: Place): Promise<void>;
  /** Types `connect` as Megan, and gives the link of the card that answers. */
  link(): Promise<string>;
  /** Goes the whole way. */
  connect(as?: EntraUser): Promise<Visit>;
}

const megan = '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021';

export async function startConnectDesk({ env, ...options }: SignInDeskOptions = {}): Promise<ConnectDesk> {
  const key = randomBytes(32).toString('base64');
  const base = await startSignInDesk({ ...options, env: { SECRET_TOKEN_KEY: key, ADMIN_IDS: megan, ...env } });
  const { desk, entra, app } = base;
  app.redirectUris.push(`${connectOrigin}/auth/callback`);
  entra.state.grants.refreshOnce = true;
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  const browser = () => new Browser(() => desk);
  const say = async (by: TeamsUser, place: Place, text: string) => {
    // Teams takes so many answers a second.
    await desk.clock.advance(2_500);
    await desk.teams.say({ by, in: place }, text);
  };
  const signIn = async (by: TeamsUser, place: Place) => {
    await say(by, place, 'referrals');
    await base.exchange(by, place);
    await eventually(
      'an answer',
      () => desk.teams.posts.texts(place.id).length + desk.teams.cards(place.id).length > 0,
    );
  };
  await signIn(desk.megan, chat);
  const link = async () => {
    await say(desk.megan, chat, 'connect');
    const card = JSON.stringify(desk.teams.cards(chat.id).at(-1)?.card ?? {});
    return /"url":"([^"]+)"/.exec(card)?.[1] ?? '';
  };
  return {
    ...base,
    chat,
    key,
    browser,
    say,
    signIn,
    link,
    async connect(as = entra.people.isaiah) {
      const own = browser();
      const start = await own.open(await link());
      const away = await own.submit(start, 'continue');
      const back = await own.open(await own.signIn(away, as));
      return own.submit(await own.open(back.location ?? ''), 'connect');
    },
  };
}
