import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotAnswer, FakeTeams, Place, TeamsUser } from './fakeTeams';
import { UploadSessions } from './uploadSessions';

/** A consent card that still stands in a chat. */
export interface FileOfferCard {
  activityId: string;
  name: string;
  description: string;
  sizeInBytes: number;
  acceptContext: unknown;
  declineContext: unknown;
}

/** What goes wrong with a request to a session's address, before or after what it asks is done. */
export interface UploadFault {
  status?: number;
  cut?: 'before' | 'after';
}

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';

/** OneDrive behind Teams: people answer consent cards, and files arrive at addresses on another host than Teams'. */
export class OneDrive {
  readonly sessions = new UploadSessions();
  /** Every request: method, Content-Range and what was answered. */
  readonly requests: { method: string; range: string | undefined; status: number | undefined }[] = [];
  /** What goes wrong with the next requests, one after the other. */
  readonly faults: UploadFault[] = [];
  private readonly server = http.createServer((req, res) => void this.serve(req, res));

  constructor(private readonly teams: FakeTeams) {}

  /** The consent cards of a chat, as people see them now. */
  offers(chat: Place): FileOfferCard[] {
    return this.attachments(chat, consentType).map(({ activityId, name, content }) => ({
      activityId,
      name,
      ...(content as Omit<FileOfferCard, 'activityId' | 'name'>),
    }));
  }

  /** The names on the cards that open a file. */
  infos(chat: Place): string[] {
    return this.attachments(chat, infoType).map(({ name }) => name);
  }

  /** Presses Allow. @param uploadUrl in place of the one that Teams names */
  accept(by: TeamsUser, chat: Place, offer: FileOfferCard, uploadUrl?: string): Promise<BotAnswer> {
    const { port } = this.server.address() as AddressInfo;
    const uploadInfo = {
      contentUrl: `https://contoso.sharepoint.example/personal/${offer.name}`,
      name: offer.name,
      uploadUrl: uploadUrl ?? `http://127.0.0.1:${port}/${this.sessions.begin(offer.name)}`,
      uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
      fileType: offer.name.split('.').at(-1),
    };
    const value = { action: 'accept', context: offer.acceptContext, uploadInfo };
    return this.teams.consent({ by, in: chat }, offer.activityId, value);
  }

  /** Presses Decline. */
  decline(by: TeamsUser, chat: Place, offer: FileOfferCard): Promise<BotAnswer> {
    const value = { action: 'decline', context: offer.declineContext };
    return this.teams.consent({ by, in: chat }, offer.activityId, value);
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

  private attachments(chat: Place, type: string) {
    return this.teams.posts.all
      .filter(({ conversationId }) => conversationId === chat.id)
      .flatMap(({ activityId, versions }) =>
        (versions.at(-1)?.attachments ?? [])
          .filter(({ contentType }) => contentType === type)
          .map((attachment) => ({ activityId, name: '', content: {} as unknown, ...attachment })),
      );
  }

  private async serve(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const method = req.method ?? '';
    const request: OneDrive['requests'][number] = { method, range: req.headers['content-range'], status: undefined };
    this.requests.push(request);
    const { status, cut } = method === 'PUT' ? (this.faults.shift() ?? {}) : {};
    if (cut === 'before') return void req.socket.destroy();
    const answer =
      status === undefined
        ? this.sessions.answer(method, (req.url ?? '').slice(1), req.headers, Buffer.concat(chunks))
        : { status, body: {} };
    if (cut === 'after') return void req.socket.destroy();
    request.status = answer.status;
    res.writeHead(answer.status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(answer.body));
  }
}

/** Starts a simulated OneDrive on a random loopback port. */
export const startOneDrive = (teams: FakeTeams): Promise<OneDrive> => new OneDrive(teams).listen();
