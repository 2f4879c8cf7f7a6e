import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './teams/connector';

/** A file in somebody's simulated OneDrive. */
export interface StoredFile {
  name: string;
  bytes: Buffer;
}

interface Session extends StoredFile {
  /** All bytes of the file, as the first part said. */
  total: number | undefined;
  done: boolean;
}

const refused = (status: number, code: string): Answer => ({ status, body: { error: { code, message: code } } });

/** What every part but the last has to be a multiple of, and what it may be at most. https://learn.microsoft.com/en-us/graph/api/driveitem-createuploadsession */
const unit = 320 * 1024;
const mostBytes = 60 * 1024 * 1024;

/** The upload sessions of a simulated OneDrive, as strict as the documentation says. */
export class UploadSessions {
  /** The files that are complete. */
  readonly files: StoredFile[] = [];
  /** What was refused and why. */
  readonly refusals: string[] = [];
  private readonly sessions = new Map<string, Session>();
  private count = 0;

  /** Begins a session and gives its id. */
  begin(name: string): string {
    this.count += 1;
    const id = `up-${this.count}-dXBsb2FkOnNlY3JldA`;
    this.sessions.set(id, { name, bytes: Buffer.alloc(0), total: undefined, done: false });
    return id;
  }

  /** Answers a request to a session's address. */
  answer(method: string, id: string, headers: IncomingHttpHeaders, body: Buffer): Answer {
    const answer = this.answered(method, id, headers, body);
    if (answer.status >= 400) this.refusals.push(JSON.stringify(answer));
    return answer;
  }

  private answered(method: string, id: string, headers: IncomingHttpHeaders, body: Buffer): Answer {
    if (headers.authorization !== undefined) return refused(401, 'unauthenticated: the address is the token');
    const session = this.sessions.get(id);
    if (!session || session.done) return refused(404, 'itemNotFound');
    const expected = { nextExpectedRanges: [`${session.bytes.length}-`] };
    if (method === 'GET') return { status: 200, body: expected };
    if (method !== 'PUT') return refused(405, 'methodNotAllowed');
    const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '');
    if (!range) return refused(400, 'invalidRange: no Content-Range');
    const [from = 0, to = 0, total = 0] = range.slice(1).map(Number);
    if (body.length !== to - from + 1 || to >= total) return refused(400, 'invalidRange: another length');
    if (body.length > mostBytes) return refused(413, 'tooLarge');
    if (session.total !== undefined && session.total !== total) return refused(400, 'invalidRange: another total');
    if (from !== session.bytes.length) return refused(416, 'invalidRange: not the bytes that are missing');
    if (to + 1 < total && body.length % unit !== 0) return refused(400, 'invalidRange: not a multiple of 320 KiB');
    session.total = total;
    session.bytes = Buffer.concat([session.bytes, body]);
    if (session.bytes.length < total) return { status: 202, body: { nextExpectedRanges: [`${to + 1}-`] } };
    session.done = true;
    this.files.push({ name: session.name, bytes: session.bytes });
    return { status: 201, body: { id: '01ABC', name: session.name, size: total } };
  }
}
