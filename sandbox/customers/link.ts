/** A CSP link: relative, with or without `/v1`. */
export interface Link {
  uri: string;
  method: 'GET';
  headers: { key: string; value: string }[];
}

export function link(uri: string, headers: Record<string, string> = {}): Link {
  return { uri, method: 'GET', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
