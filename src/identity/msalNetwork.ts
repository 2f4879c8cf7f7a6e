import type { INetworkModule } from '@azure/msal-node';

/** How long an authority may take to answer, in ms. */
const answerTimeoutMs = 10_000;

/** MSAL's way out: one request each, to the configured authority only, because no redirect is followed. */
export function msalNetwork(fetchHttp: typeof fetch): INetworkModule {
  const send = async (method: 'GET' | 'POST', url: string, options?: { headers?: object; body?: string }) => {
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
