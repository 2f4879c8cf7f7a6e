import type { Clock } from '../lib/clock';

/** A token and when it ends, in ms since the epoch. */
export interface Token {
  token: string;
  expiresAt: number;
}

/** How long before its end a token is replaced, in ms. */
const renewalMs = 5 * 60_000;

/**
 * Gives one token to everybody until shortly before its end. Whoever asks while one is being fetched waits for the same one;
 * if there is no new one to be had, the old one serves to its end.
 */
export function cachedToken(acquire: () => Promise<Token>, clock: Clock): () => Promise<string> {
  let held: Token | undefined;
  let pending: Promise<Token> | undefined;
  const renew = async (): Promise<Token> => {
    try {
      held = await acquire();
      return held;
    } finally {
      pending = undefined;
    }
  };
  return async () => {
    if (held && clock.now() < held.expiresAt - renewalMs) return held.token;
    pending ??= renew();
    try {
      return (await pending).token;
    } catch (error) {
      if (held && clock.now() < held.expiresAt) return held.token;
      throw error;
    }
  };
}
