import type { Audience, TokenSource } from '../partnerCenter/tokenSource';

/** The APIs that a piece of work asks with the person's tokens. */
export type Needs = readonly Audience[];

/**
 * Has every token that the work needs before it begins, so that nothing is half done for want of one, and gives a source that
 * has no others. Rejects as the source does, for example with a SignInNeeded.
 */
export async function neededTokens(tokens: TokenSource, needs: Needs): Promise<TokenSource> {
  for (const audience of needs) await tokens.getToken(audience);
  return {
    who: tokens.who,
    async getToken(audience, signal) {
      if (!needs.includes(audience))
        throw new Error(`Tokens for ${audience} are used here and not declared in \`needs\``);
      return tokens.getToken(audience, signal);
    },
    refused: (token, error) => tokens.refused?.(token, error) ?? error,
  };
}
