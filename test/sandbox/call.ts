import type { Sandbox } from '../../sandbox/startSandbox';

/** The people of the seeded world, by aadObjectId. */
export const people = {
  megan: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1021',
  alex: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1022',
  lidia: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1023',
  diego: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1024',
  isaiah: '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1025',
};

interface Request {
  method?: string;
  who?: string;
  audience?: 'referrals' | 'partner-center';
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

interface Response<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** One request over HTTP with a sandbox token; the audience is the one that belongs to the path. */
export async function call<Body = Record<string, unknown>>(
  sandbox: Sandbox,
  path: string,
  request: Request = {},
): Promise<Response<Body>> {
  const audience = request.audience ?? (path.startsWith('/v1.0/') ? 'referrals' : 'partner-center');
  const response = await fetch(sandbox.origin + path, {
    method: request.method ?? 'GET',
    headers: {
      Authorization: `Bearer sandbox.${audience}.${request.who ?? 'service'}`,
      ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : undefined) as Body };
}
