import type { ReferralResource } from '../../sandbox/referrals/referralResource';
import type { Sandbox } from '../../sandbox/startSandbox';

export type Json = Record<string, unknown>;

/** The people of the sandbox, by aadObjectId. */
export const people = {
  megan: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021',
  alex: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1022',
  lidia: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1023',
  diego: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1024',
  isaiah: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1025',
  joni: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1026',
  pradeep: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1027',
};

export const referralsPath = '/v1.0/engagements/referrals';

interface Request {
  method?: string;
  who?: string;
  audience?: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
}

interface Response<Body> {
  status: number;
  headers: Headers;
  /** The parsed body; undefined when there was none. */
  body: Body;
}

/** One request over HTTP with a sandbox token; the audience is the one that belongs to the path. */
export async function call<Body = Json>(
  sandbox: Sandbox,
  path: string,
  request: Request = {},
): Promise<Response<Body>> {
  const { method = 'GET', who = 'service', headers = {}, body } = request;
  const audience = request.audience ?? (path.startsWith('/v1.0/') ? 'referrals' : 'partner-center');
  const response = await fetch(sandbox.origin + path, {
    method,
    headers: {
      Authorization: `Bearer sandbox.${audience}.${who}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : undefined) as Body };
}

interface Page {
  value: Json[];
  '@odata.context': string;
  '@odata.count': number;
  '@odata.nextLink'?: string;
}

/** The list of referrals with the given query options, encoded here. */
export function list(sandbox: Sandbox, options: Record<string, string>, who?: string): Promise<Response<Page>> {
  const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return call<Page>(sandbox, `${referralsPath}?${query.join('&')}`, { who });
}

interface PatchOptions {
  ifMatch?: string;
  who?: string;
  representation?: boolean;
}

/** PATCHes a referral with the operations. */
export function patch(sandbox: Sandbox, id: string, operations: unknown, options: PatchOptions = {}) {
  const { ifMatch, who, representation } = options;
  const headers = {
    ...(ifMatch && { 'If-Match': ifMatch }),
    ...(representation && { Prefer: 'return=representation' }),
  };
  return call(sandbox, `${referralsPath}/${id}`, { method: 'PATCH', who, body: operations, headers });
}

/** JSON Patch operations that replace the properties. */
export function replace(properties: Json): Json[] {
  return Object.entries(properties).map(([path, value]) => ({ op: 'replace', path: `/${path}`, value }));
}

/** One new referral that arrives, `partial` laid over it. */
export function arriveAt({ world }: Sandbox, partial: Json = {}): ReferralResource {
  const [referral] = world.referrals.arrive(partial);
  if (!referral) throw new Error('Nothing arrived');
  return referral;
}

/** The referral as GET by id answers it. */
export async function readAt(sandbox: Sandbox, id: string): Promise<Json> {
  return (await call(sandbox, `${referralsPath}/${id}`)).body;
}
