import { z } from 'zod/v4';
import { referralsCard } from '../cards/referralsCard';
import type { CallOptions } from '../partnerCenter/partnerCenter';
import type { Referral } from '../partnerCenter/referral';
import { fitsQuestion } from '../referrals/fitsQuestion';
import { ownOrganizationIn } from '../referrals/othersCopy';
import { ownCopies } from '../referrals/ownCopies';
import { referralsFilter, type ReferralsQuestion } from '../referrals/referralsQuestion';
import type { Desk } from './desk';
import type { Answer, Turn } from './turn';

const code = z.string().trim().min(1).max(40).optional();
const text = z.string().trim().min(1).max(120).optional();
const day = z.iso.date('is not a date like 2027-01-31').optional();
const amount = z.coerce.number().nonnegative().max(1e15).optional();

/** A question about referrals as the grammar and the cards give it; `kind` is checked by who asks. */
export const referralsQuestionShape = {
  status: code,
  substatus: code,
  direction: code,
  qualification: code,
  country: z.string().trim().toUpperCase().length(2).optional(),
  engagementId: text,
  teamMember: text,
  customer: text,
  min: amount,
  max: amount,
  currency: z.string().trim().toUpperCase().length(3).optional(),
  expiresFrom: day,
  expiresTo: day,
  from: day,
  to: day,
  order: z.literal('newest').optional(),
} as const;

export const referralKinds = ['coSell', 'qualifiedLead', 'lead', 'pipeline'] as const;

/** What Partner Center gives for a question, newest first; what it cannot be asked is not sorted out yet. */
export function referralPages(
  { tokens }: Pick<Turn, 'tokens'>,
  { partnerCenter }: Desk,
  question: ReferralsQuestion,
  options?: CallOptions,
): AsyncIterable<Referral[]> {
  const filter = referralsFilter(question);
  const query = { orderby: 'createdDateTime desc', ...(filter ? { filter } : {}) } as const;
  return partnerCenter.listReferrals(tokens, query, options);
}

/** Referrals that were read for a question. */
export interface ReadReferrals {
  /** Those that fit, each engagement once. */
  referrals: Referral[];
  /** Of how many. */
  lookedAt: number;
  /** What was read besides and is another organization's copy of one of these. */
  copies: number;
}

/** Every referral that fits a question, read to the end with the person's own token. */
export async function readReferrals(turn: Turn, desk: Desk, question: ReferralsQuestion): Promise<ReadReferrals> {
  const read = new Map<string, Referral>();
  for await (const page of referralPages(turn, desk, question)) {
    // One that is changed while the list is read can come twice.
    for (const referral of page) read.set(referral.id, referral);
  }
  const all = [...read.values()];
  const own = await withoutOthersCopies(desk, all, question);
  const calendar = { responseDays: desk.responseDays, timeZone: turn.timeZone };
  const referrals = own.filter((referral) => fitsQuestion(referral, question, calendar));
  return { referrals, lookedAt: own.length, copies: all.length - own.length };
}

/** Without the copies that other organizations hold of the same deals. */
export async function withoutOthersCopies(
  { store }: Desk,
  referrals: readonly Referral[],
  question: ReferralsQuestion = {},
): Promise<readonly Referral[]> {
  return ownCopies(referrals, await ownOrganizationIn(store, referrals), question);
}

/** Which page of which list a card's button asks for. */
export const referralsPageData = z.object({
  list: z.literal('referrals'),
  ...referralsQuestionShape,
  kind: z.enum(referralKinds).optional(),
  page: z.coerce.number().int().min(0).max(1_000_000),
});

/** The data of the button that leads back to a list, from what a line of that list carried; undefined where that is unusable. */
export function backToList(way: string | undefined): z.infer<typeof referralsPageData> | undefined {
  try {
    return referralsPageData.safeParse({ list: 'referrals', ...JSON.parse(way ?? '{}') }).data;
  } catch {
    return undefined;
  }
}

/** The list of the referrals that fit, one page of it. */
export async function referralsAnswer(
  turn: Turn,
  desk: Desk,
  question: ReferralsQuestion,
  page: number,
): Promise<Answer> {
  return referralsListAnswer(turn, desk, question, await readReferrals(turn, desk, question), page);
}

/** The same with a list that has been read. */
export function referralsListAnswer(
  { locale, timeZone }: Turn,
  desk: Desk,
  question: ReferralsQuestion,
  list: ReadReferrals,
  page: number,
): Answer {
  const view = { question, page, now: desk.clock.now(), responseDays: desk.responseDays, locale };
  return referralsCard({ ...view, ...list, ...(timeZone ? { timeZone } : {}) });
}
