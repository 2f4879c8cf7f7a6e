import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';

/** MSAL's cache as a text, for one piece of work: whoever began it reads the text from the encrypted table and writes it back. */
export class TokenCache implements ICachePlugin {
  /** @param text what MSAL wrote last; empty: nothing yet */
  constructor(public text = '') {}

  beforeCacheAccess({ tokenCache }: TokenCacheContext): Promise<void> {
    if (this.text) tokenCache.deserialize(this.text);
    return Promise.resolve();
  }

  afterCacheAccess({ tokenCache, cacheHasChanged }: TokenCacheContext): Promise<void> {
    if (cacheHasChanged) this.text = tokenCache.serialize();
    return Promise.resolve();
  }
}
