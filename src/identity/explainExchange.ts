import { z } from 'zod/v4';
import { SignInNeeded, type SignInReason } from '../partnerCenter/signInNeeded';
import { SignInFault } from './signInFault';

/** https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
const solvedBySigningIn: ReadonlyMap<string, SignInReason> = new Map([
  ...solved('consent', '65001', '65004', '90094', '90095', '650056'),
  ...solved('mfa', '50072', '50074', '50076', '50078', '50079', '50158'),
  ...solved('expired', '500133', '50013', '50027'),
  ...solved('refused', '50058', '50089', '50132', '50133', '50173', '70008', '70043', '70044', '700082', '700084'),
]);
const blocked = /^(50020|50034|50053|50055|50057|50105|5300[0-4]|530003|53003[12])$/;
const passing = new Set(['50196', '90024', '90033', '90036']);

const errorSchema = z.looseObject({
  message: z.string().catch(''),
  claims: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  cause: z.unknown(),
});

/** What a failed exchange of tokens means: a sign-in that solves it, or a fault. Nothing of a token is in either. */
export function explainExchange(error: unknown): SignInNeeded | SignInFault {
  const chain = causesOf(error);
  const claims = chain.map((link) => link.claims).find(Boolean);
  const codes = chain.flatMap(({ message }) => [...message.matchAll(/AADSTS(\d+)/g)].map(([, code]) => code ?? ''));
  const code = codes[0];
  if (claims) return new SignInNeeded('claims', { claims });
  const why = codes.map((found) => solvedBySigningIn.get(found)).find((reason) => reason !== undefined);
  if (why) return new SignInNeeded(why);
  const named = chain.map(({ errorCode }) => errorCode).find(Boolean);
  const facts = { code: code === undefined ? named : `AADSTS${code}` };
  if (codes.some((found) => blocked.test(found))) return new SignInFault('blocked', facts);
  if (code === undefined || codes.some((found) => passing.has(found))) return new SignInFault('unavailable', facts);
  const wantsPerson = chain.some(({ errorCode }) => /^(interaction|login|consent)_required$/.test(errorCode ?? ''));
  return wantsPerson ? new SignInNeeded('refused') : new SignInFault('setup', facts);
}

function solved(why: SignInReason, ...codes: string[]): [string, SignInReason][] {
  return codes.map((code) => [code, why]);
}

function causesOf(error: unknown, deepest = 5): z.infer<typeof errorSchema>[] {
  const link = errorSchema.safeParse(error).data;
  return link && deepest > 0 ? [link, ...causesOf(link.cause, deepest - 1)] : [];
}
