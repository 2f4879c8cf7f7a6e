import type { INetworkModule } from '@azure/msal-node';

/** How long an authority may take to answer, in ms. */
const answerTimeoutMs = 10_000;

/**
 * MSAL's way out: to the configured authority and nowhere else, whatever its metadata or a redirect names.
 * @param authorityHost an origin, `ENTRA_AUTHORITY_HOST` or `BOT_LOGIN_URL`
 */
export function msalNetwork(authorityHost: string, fetchHttp: typeof fetch): INetworkModule {
  const { origin } = new URL(authorityHost);
  const send = async (method: 'GET' | 'POST', url: string, options?: { headers?: object; body?: string }) => {
    if (new URL(url).origin !== origin) throw new Error('The authority names another host');
    const response = await fetchHttp(url, {
      method,
      headers: { ...options?.headers },
      ...(options?.body === undefined ? {} : { body: options.body }),
      redirect: 'error',
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    const body: unknown = await response.json();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: body as never };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
