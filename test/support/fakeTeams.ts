import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  dialog,
  fileConsent,
  installation,
  invoke,
  membership,
  message,
  press,
  search,
  submit,
  type TeamsFacts,
  type Where,
} from './teams/activities';
import { type Answer, Connector, refusal } from './teams/connector';
import { executesIn } from './teams/executesIn';
import { type ActiveFault, Faults, type TeamsFault } from './teams/faults';
import { Places } from './teams/places';
import { Posts, type VisibleCard } from './teams/posts';
import type { DialogAnswer } from './teams/dialogAnswer';
import type { SearchAnswer } from './teams/searchAnswer';
import { SendLimits } from './teams/sendLimits';

export type { ActiveFault, TeamsFault } from './teams/faults';
export type { Place, TeamsUser } from './teams/places';
export type { Post, VisibleCard } from './teams/posts';

/** A connection of the bot; it may carry many requests. */
interface Connection {
  /** ms since the epoch; undefined while it is open. */
  closedAt: number | undefined;
}

/** A request that the bot made. */
export interface TeamsRequest {
  method: string;
  /** Decoded, without the query. */
  path: string;
  /** Behind the question mark. */
  query: string;
  body: unknown;
  /** ms since the epoch */
  at: number;
  /** What was answered; undefined while it waits and when the connection was cut. */
  status: number | undefined;
  /** The message that it made or edited, also where the answer was lost. */
  activityId: string | undefined;
  /** When the answer was written; undefined while it waits and when the connection was cut. */
  answeredAt: number | undefined;
  connection: Connection;
}

/** The bot's answer to an activity. */
export interface BotAnswer {
  status: number;
  /** The invoke response (`statusCode`, `type`, `value`); undefined when the body is empty. */
  body:
    | { statusCode?: number; type?: string; value?: unknown; composeExtension?: SearchAnswer; task?: DialogAnswer }
    | undefined;
}

export interface FakeTeamsOptions {
  /** ms since the epoch; the limits go by it. The machine's clock when left out. */
  now?: () => number;
  /** The bot's messaging endpoint; `botUrl` can be set later. */
  botUrl?: string;
}

/** How Teams and the bot prove to each other who they are. */
export interface TeamsAuthentication {
  /** The `Authorization` header of an activity that names this service URL. */
  sign(serviceUrl: string): Promise<string>;
  /** Whether a call of the bot is taken. */
  accepts(authorization: string | undefined): Promise<boolean>;
}

type Json = Record<string, unknown>;

/** Teams as a bot sees it: a connector on loopback that keeps what it is sent, and people who write and press. */
export class FakeTeams {
  readonly requests: TeamsRequest[] = [];
  readonly places = new Places();
  readonly posts = new Posts();
  readonly limits: SendLimits;
  readonly tenantId = '3d2f1c4b-7a90-4d15-8e2b-5f6a7b8c9d01';
  readonly bot = { id: '28:0b6f9c1e-2d34-4c57-9f10-a1b2c3d4e5f6', name: 'Partner Desk' };
  botUrl: string;
  /** Nothing is signed and nothing demanded when left out. */
  authentication: TeamsAuthentication | undefined;
  private readonly faults = new Faults();
  private readonly connector: Connector;
  private readonly now: () => number;
  private readonly connections = new WeakMap<Socket, Connection>();
  private readonly server = http.createServer((req, res) => void this.serve(req, res));

  constructor({ now = Date.now, botUrl = '' }: FakeTeamsOptions) {
    this.now = now;
    this.botUrl = botUrl;
    this.limits = new SendLimits(now);
    const { posts, places, limits, tenantId } = this;
    this.connector = new Connector({ posts, places, limits, tenantId, now });
  }

  /** Where the bot sends to, as activities name it: with the slash at the end. */
  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** How many sends were answered with 429 because a documented limit was exceeded. */
  get throttledCount(): number {
    return this.connector.throttledCount;
  }

  /** The cards of a conversation, oldest first, each as people see it now. */
  cards(conversationId: string): VisibleCard[] {
    return this.posts.cards(conversationId);
  }

  /** Makes something go wrong from now on. */
  fault(fault: TeamsFault): ActiveFault {
    return this.faults.add(fault);
  }

  /** Writes to the bot, in a channel with a mention and as a new root post unless `thread` is named. */
  say(where: Where, text: string): Promise<BotAnswer> {
    return this.toBot(message(this.facts(), where, text));
  }

  /**
   * Presses the button with that verb on a card as it is now, with the data that is on it.
   * @param data sent instead of the button's own data, for a button that need not exist
   * @throws if there is no such button and no data is given
   */
  async press(where: Where, activityId: string, verb: string, inputs: Json = {}, data?: Json): Promise<BotAnswer> {
    const own = data ?? this.buttonData(where.in.id, activityId, verb);
    const thread = where.thread ?? this.posts.find(where.in.id, activityId)?.replyTo ?? activityId;
    return this.toBot(press(this.facts(), { ...where, thread }, activityId, verb, { ...own, ...inputs }));
  }

  /** Types into the search box of a message extension; without a query it has just been opened. */
  search(where: Where, commandId: string | undefined, query?: string, page: Json = {}): Promise<BotAnswer> {
    return this.toBot(search(this.facts(), where, commandId, query, page));
  }

  /** Any other invoke, such as those of signing in. */
  invoke(where: Where, name: string, value: unknown): Promise<BotAnswer> {
    return this.toBot(invoke(this.facts(), where, name, value));
  }

  /** Presses the fallback Action.Submit of a button, as a client does that does not know Action.Execute. */
  submit(where: Where, activityId: string, data: Json): Promise<BotAnswer> {
    return this.toBot(submit(this.facts(), { ...where, thread: where.thread ?? activityId }, activityId, data));
  }

  /** Chooses an action in the menu of a message: its dialog opens. */
  openDialog(where: Where, commandId: string, messagePayload: unknown): Promise<BotAnswer> {
    return this.toBot(dialog(this.facts(), where, 'fetchTask', { commandId, messagePayload }));
  }

  /** Presses a button of a dialog, which sends its data together with the inputs. */
  submitDialog(where: Where, commandId: string, data: Json): Promise<BotAnswer> {
    return this.toBot(dialog(this.facts(), where, 'submitAction', { commandId, data }));
  }

  /** Answers a consent card, with the context that is on it. */
  consent(where: Where, activityId: string, value: Json): Promise<BotAnswer> {
    return this.toBot(fileConsent(this.facts(), where, activityId, value));
  }

  /** Adds the app: `installationUpdate`, then the `conversationUpdate` that goes with it. Answers the first. */
  async install(where: Where): Promise<BotAnswer> {
    const answer = await this.toBot(installation(this.facts(), where, 'add'));
    await this.toBot(membership(this.facts(), where, 'added', [this.bot.id]));
    return answer;
  }

  /** Removes the app. */
  uninstall(where: Where): Promise<BotAnswer> {
    return this.toBot(installation(this.facts(), where, 'remove'));
  }

  /** Sends any activity as it is. */
  async toBot(activity: Json): Promise<BotAnswer> {
    const authorization = await this.authentication?.sign(String(activity.serviceUrl));
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(authorization ? { authorization } : {}),
    };
    const answer = await fetch(this.botUrl, { method: 'POST', headers, body: JSON.stringify(activity) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as BotAnswer['body']) };
  }

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private facts(): TeamsFacts {
    const { bot, tenantId, serviceUrl, now } = this;
    return { bot, tenantId, serviceUrl, locale: 'en-US', now };
  }

  private connectionOf(socket: Socket): Connection {
    const known = this.connections.get(socket);
    if (known) return known;
    const connection: Connection = { closedAt: undefined };
    this.connections.set(socket, connection);
    socket.once('close', () => (connection.closedAt = this.now()));
    return connection;
  }

  private buttonData(conversationId: string, activityId: string, verb: string): Json {
    const card = this.cards(conversationId).find((c) => c.activityId === activityId)?.card;
    const button = executesIn(card).find((action) => action.verb === verb);
    if (!button) throw new Error(`The card ${activityId} has no button ${verb}`);
    return (button.data ?? {}) as Json;
  }

  private async serve(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const method = req.method ?? '';
    const segments = (req.url ?? '').split('?')[0]?.split('/').filter(Boolean).map(decodeURIComponent) ?? [];
    const text = Buffer.concat(chunks).toString();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const query = (req.url ?? '').split('?')[1] ?? '';
    const request: TeamsRequest = {
      method,
      path: `/${segments.join('/')}`,
      query,
      body,
      at: this.now(),
      status: undefined,
      activityId: undefined,
      answeredAt: undefined,
      connection: this.connectionOf(req.socket),
    };
    this.requests.push(request);

    const stroke = this.faults.meet(method, request.path);
    if (!(await stroke.pass('beforeAccepting'))) return void req.socket.destroy();
    const { status, code = 'Fault', retryAfterSeconds } = stroke.fault;
    const known = (await this.authentication?.accepts(req.headers.authorization)) ?? true;
    const answer: Answer = !known
      ? refusal(401, 'Unauthorized')
      : status === undefined
        ? this.connector.answer(method, segments.slice(1), body)
        : { ...refusal(status, code), retryAfterSeconds };
    const made = (answer.body ?? {}) as { id?: string; activityId?: string };
    if (answer.status < 300) request.activityId = made.activityId ?? made.id;
    if (!(await stroke.pass('afterAccepting'))) return void req.socket.destroy();
    request.status = answer.status;
    request.answeredAt = this.now();
    if (answer.retryAfterSeconds !== undefined) res.setHeader('retry-after', answer.retryAfterSeconds);
    res.writeHead(answer.status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(answer.body));
  }
}

/** Starts a simulated Teams on a random loopback port. */
export const startFakeTeams = (options: FakeTeamsOptions = {}): Promise<FakeTeams> => new FakeTeams(options).listen();
