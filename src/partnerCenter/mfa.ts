import type { Call } from './call';
import type { PartnerCenter } from './partnerCenter';
import { PartnerCenterError } from './partnerCenterError';

/** Asks with `ValidateMfa`, beside a question that costs little; its own answer does not matter. */
export function mfa(call: Call): Pick<PartnerCenter, 'checkMfa'> {
  return {
    async checkMfa(tokens, options) {
      const name = 'GET /customers';
      const spec = { name, audience: 'partner-center', method: 'GET', path: '/customers?size=1' } as const;
      try {
        const { facts } = await call(tokens, { ...spec, headers: { ValidateMfa: 'true' } }, options);
        return facts.isMfaCompliant;
      } catch (error) {
        if (!(error instanceof PartnerCenterError)) throw error;
        if (error.kind === 'mfaRequired') return false;
        // Without a role for customers the header tells it all the same.
        if (error.facts.isMfaCompliant !== undefined) return error.facts.isMfaCompliant;
        throw error;
      }
    },
  };
}
