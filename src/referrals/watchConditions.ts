import type { Watch } from '../storage/store';
import type { ReferralKind } from './referralKind';

/** What can be watched besides referrals: changed subscriptions, and invoices that are ready. */
export type WatchedNews = 'subscriptions' | 'invoices';

/** What a referral has to fulfil to be posted, all of it; of a list it is enough to fulfil one. What is left out does not matter. */
export interface WatchConditions {
  /** No referral at all: this in its place. Beside it only `customer` counts, for subscriptions. */
  news?: WatchedNews;
  /** Without it what comes in is meant. */
  direction?: 'Outgoing' | 'Both';
  kinds?: readonly ReferralKind[];
  /** ISO 3166-1 alpha-2, of the customer's address. */
  countries?: readonly string[];
  /** Codes of Partner Center, as are the two that follow. https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
  industries?: readonly string[];
  products?: readonly string[];
  /** Solution areas, or ids of solutions. */
  solutions?: readonly string[];
  /** Deal value in `currency`, or in the referral's own where none is named; both ends belong to the range. */
  min?: number;
  max?: number;
  /** ISO 4217; a referral in another currency does not match. */
  currency?: string;
  /** A part of the customer's or the referral's name. */
  customer?: string;
  /** E-mail address of somebody on our team. */
  teamMember?: string;
  /** Id of a location of the business profile: the API gives no names of locations. */
  location?: string;
}

/** Conditions as text, such that the same ones always give the same text. */
export function canonicalConditions(conditions: WatchConditions): string {
  const entries = Object.entries(conditions)
    .map(([name, value]): [string, unknown] => [name, canonical(name, value)])
    .filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0));
  return JSON.stringify(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Names and addresses are compared without regard to case. */
const inAnyCase = new Set(['customer', 'teamMember']);

function canonical(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map(String))].toSorted((a, b) => (a < b ? -1 : 1));
  return typeof value === 'string' && inAnyCase.has(name) ? value.trim().replace(/\s+/g, ' ').toLowerCase() : value;
}

/** The conditions of a watch. */
export const conditionsOf = ({ conditions }: Pick<Watch, 'conditions'>): WatchConditions =>
  JSON.parse(conditions) as WatchConditions;

/** Whether a watch is for referrals, and not for other news. */
export const watchesReferrals = (watch: Pick<Watch, 'conditions'>): boolean => conditionsOf(watch).news === undefined;

/** Whether a watch is paused at a moment (ms since the epoch). */
export const isPaused = ({ pausedUntil }: Pick<Watch, 'pausedUntil'>, now: number): boolean =>
  pausedUntil !== null && pausedUntil > now;
