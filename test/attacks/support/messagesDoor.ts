import { request } from 'node:http';
import { botId, startSecuredDesk, type SecuredDesk } from '../../support/entra/securedDesk';
import type { TeamsTokenChanges } from '../../support/entra/startBotFramework';

/** What came of an attack. */
export interface Outcome {
  status: number;
  /** What was counted: the reasons of the metric, as often as they were. */
  counted: string[];
  /** Calls of the bot to Teams and to Partner Center that came of it. */
  effects: number;
}

/** What an attacker sends. */
export interface Attack {
  /** The whole header; a good token's when left out, none when null. */
  authorization?: string | null;
  headers?: Record<string, string>;
  /** Sent as it is when it is a text. */
  body?: unknown;
}

type Json = Record<string, unknown>;

/** `/api/messages` of a bot with a registration, and what an attacker can send there. */
export class MessagesDoor {
  private readonly chat: string;
  private written = 0;

  private constructor(readonly secured: SecuredDesk) {
    const { teams, megan } = secured.desk;
    this.chat = teams.places.addPersonalChat(megan).id;
  }

  static async open(): Promise<MessagesDoor> {
    return new MessagesDoor(await startSecuredDesk());
  }

  close(): Promise<void> {
    return this.secured.close();
  }

  get serviceUrl(): string {
    return this.secured.desk.teams.serviceUrl;
  }

  /** What Megan would write to the bot, with changes. */
  activity(changes: Json = {}): Json {
    const { teams, megan } = this.secured.desk;
    return {
      type: 'message',
      id: String(1_700_000_000_000 + this.written++),
      text: 'help',
      channelId: 'msteams',
      serviceUrl: this.serviceUrl,
      from: { id: megan.id, name: megan.name, aadObjectId: megan.aadObjectId },
      recipient: teams.bot,
      conversation: this.conversation(teams.tenantId),
      channelData: { tenant: { id: teams.tenantId } },
      ...changes,
    };
  }

  /** Her chat with the bot, in whatever tenant. */
  conversation(tenantId?: string): Json {
    return { id: this.chat, conversationType: 'personal', tenantId };
  }

  /** A header with a good token, or one that differs. */
  async bearer(changes: TeamsTokenChanges & { botId?: string; serviceUrl?: string } = {}): Promise<string> {
    const { botId: audience = botId, serviceUrl = this.serviceUrl } = changes;
    return `Bearer ${await this.secured.botFramework.token(audience, serviceUrl, changes)}`;
  }

  /** Sends it over HTTP, waits for the answer and tells what came of it. */
  async attack({ authorization, headers = {}, body = this.activity() }: Attack): Promise<Outcome> {
    const sign = authorization === undefined ? await this.bearer() : authorization;
    const before = { counted: await this.refusals(), effects: this.effects() };
    const status = await this.post(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body), {
      'content-type': 'application/json',
      ...(sign === null ? {} : { authorization: sign }),
      ...headers,
    });
    const after = await this.refusals();
    const counted = [...after].flatMap(([reason, count]) =>
      Array.from({ length: count - (before.counted.get(reason) ?? 0) }, () => reason),
    );
    return { status, counted, effects: this.effects() - before.effects };
  }

  /** The status of a request, also when the connection is cut while the body is still on its way. */
  private post(body: string | Buffer, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve, reject) => {
      const options = { port: this.secured.desk.app.port, path: '/api/messages', method: 'POST', headers };
      const sent = request({ host: '127.0.0.1', ...options }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  private async refusals(): Promise<Map<string, number>> {
    const text = await (await fetch(`http://127.0.0.1:${this.secured.desk.app.port}/metrics`)).text();
    const lines = text.matchAll(/^partner_desk_refused_total\{door="messages",reason="(\w+)"\} (\d+)$/gm);
    return new Map([...lines].map(([, reason = '', count]) => [reason, Number(count)]));
  }

  private effects(): number {
    const { teams, sandbox } = this.secured.desk;
    const asked = sandbox.world.requests().filter(({ who }) => who !== 'service');
    return teams.requests.length + asked.length;
  }
}
