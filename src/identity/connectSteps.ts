import { z } from 'zod/v4';

const ask = z.object({
  byId: z.string(),
  byName: z.string(),
  conversationId: z.string(),
  referenceId: z.string(),
  askedAt: z.number(),
});
const departure = z.object({ ask, nonce: z.string(), verifier: z.string(), browser: z.string() });
const findings = z.object({
  mfa: z.boolean().nullable(),
  referrals: z.union([z.object({ open: z.number(), more: z.boolean() }), z.literal('noRole'), z.literal('unknown')]),
});
const candidate = z.object({
  ask,
  accountId: z.string(),
  accountName: z.string(),
  cache: z.string(),
  findings,
  form: z.string(),
});

/** Who asked to connect an account, where, and when (ms since the epoch). */
export type ConnectAsk = z.infer<typeof ask>;
/** A browser that was sent to Entra. */
export type Departure = z.infer<typeof departure>;
/** What was found out about an account before it is connected. */
export type AccountFindings = z.infer<typeof findings>;
/** An account that has signed in and waits to be confirmed; `form` is what the page's form has to bring back. */
export type Candidate = z.infer<typeof candidate>;

/** How each step is read when it comes out of the database. */
export const connectSteps = {
  ask: (json: unknown): ConnectAsk => ask.parse(json),
  departure: (json: unknown): Departure => departure.parse(json),
  candidate: (json: unknown): Candidate => candidate.parse(json),
};
