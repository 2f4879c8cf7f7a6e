import type { ReadingTokens, WritingTokens } from '../partnerCenter/tokenSource';

/**
 * Tokens of `IDENTITY=sandbox`: `sandbox.<audience>.<who>`, accepted by a sandbox Partner Center and worthless elsewhere.
 * @param who an Entra object id, or `service` for background work
 */
export function sandboxTokens(who: string): WritingTokens {
  return { who, getToken: (audience) => Promise.resolve(`sandbox.${audience}.${who}`) };
}

/** Those of the service account. */
export const sandboxServiceTokens: ReadingTokens = { ...sandboxTokens('service'), readsOnly: true };
