import { codeKey } from './codeKey';
import { newReferralCodes } from './newReferral';
import { solutionAreas } from './solutionArea';
import type { ReferralKind } from './referralKind';

/** What can be chosen from in a condition of a watch: codes of Partner Center. */
export const watchChoices = {
  kinds: ['lead', 'qualifiedLead', 'coSell', 'pipeline'],
  industries: newReferralCodes.industry,
  products: newReferralCodes.product,
  solutions: solutionAreas,
} as const satisfies Readonly<Record<string, readonly string[]>> & { kinds: readonly ReferralKind[] };

/** The codes that a text names by their keys, with commas between them; undefined where there are none. */
export function chosenCodes<C extends string>(choices: readonly C[], keys: string | undefined): C[] | undefined {
  const wanted = new Set(keys?.split(',').map(codeKey));
  const chosen = choices.filter((code) => wanted.has(codeKey(code)));
  return chosen.length > 0 ? chosen : undefined;
}

/** Whether every key in a text with commas is that of a choice. */
export function areChoices(choices: readonly string[], keys: string): boolean {
  const known = new Set(choices.map(codeKey));
  return keys.split(',').every((key) => known.has(codeKey(key)));
}
