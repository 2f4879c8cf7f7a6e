import { startDesk, type TestDesk } from '../../support/desk';

/** The product behind its real door, with a Teams that takes everything at once. */
export interface FuzzDesk {
  desk: TestDesk;
  /** What the bot sent to Teams. */
  sent: string[];
  /** Everything but reading that Partner Center was asked for: by whose token. */
  writes: string[];
  post(activity: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

export interface Outcome {
  status: number;
  text: string;
}

export interface FuzzDeskOptions {
  env?: Record<string, string>;
  /** In front of the sandbox. */
  upstream?: (url: string, init: RequestInit, real: () => Promise<Response>) => Promise<Response>;
}

/** Whoever has a Teams id that begins so is a guest. */
export const guestMark = '29:guest';
const serviceUrl = 'http://127.0.0.1:9/';
const moveMs = 25;

export async function startFuzzDesk({ env, upstream }: FuzzDeskOptions = {}): Promise<FuzzDesk> {
  const sent: string[] = [];
  const writes: string[] = [];
  const way: typeof fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith(serviceUrl)) return teams(url, init, sent);
    if ((init.method ?? 'GET') !== 'GET') writes.push(new Headers(init.headers).get('authorization') ?? '');
    return upstream ? upstream(url, init, () => fetch(input, init)) : fetch(input, init);
  };
  const desk = await startDesk({ world: 'seeded', fetch: way, env: { POLL_INTERVAL_SECONDS: '86400', ...env } });
  // Whatever waits to try again has to get there.
  const moving = setInterval(() => void desk.clock.advance(500), moveMs);
  return {
    desk,
    sent,
    writes,
    async post(activity) {
      const answer = await fetch(`http://127.0.0.1:${desk.app.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity) ?? '',
      });
      return { status: answer.status, text: await answer.text() };
    },
    async close() {
      const closed = desk.close();
      await closed;
      clearInterval(moving);
    },
  };
}

function teams(url: string, { method = 'GET', body }: RequestInit, sent: string[]): Response {
  const member = /\/members\/([^/?]*)$/.exec(url)?.[1];
  if (method === 'GET' && member !== undefined) {
    const isGuest = decodeURIComponent(member).startsWith(guestMark);
    return Response.json({ id: member, name: 'Somebody', userRole: isGuest ? 'guest' : 'user' });
  }
  sent.push(typeof body === 'string' ? body : '');
  return Response.json({ id: String(sent.length) });
}

/** An activity as Teams sends it, for the fuzz to change. */
export const activityOf = (desk: TestDesk, from: object, facts: object): Record<string, unknown> => ({
  type: 'message',
  id: '1700000000001',
  timestamp: '2026-11-21T09:00:00Z',
  channelId: 'msteams',
  serviceUrl,
  from,
  recipient: desk.teams.bot,
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: desk.teams.tenantId },
  locale: 'en-US',
  channelData: { tenant: { id: desk.teams.tenantId } },
  entities: [{ type: 'clientInfo', timezone: 'Europe/Stockholm', locale: 'en-US' }],
  ...facts,
});

/** What never may be logged or said: that something broke here. */
export const broken = /Something went wrong in Partner Desk/;

/** Lines of the log, since it was asked last, that tell of a mistake of the program and not of what came in. */
export const newMistakes = (desk: TestDesk): unknown[] =>
  desk.logged.splice(0).filter(({ err, msg }) => {
    const type = (err as { type?: string } | undefined)?.type ?? '';
    const ofTheProgram = /^(TypeError|RangeError|SyntaxError|ReferenceError|URIError|Error|StorageError|SqliteError)$/;
    return ofTheProgram.test(type) || /turn failed|activity could not be handled/.test(String(msg));
  });
