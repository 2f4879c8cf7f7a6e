import { z } from 'zod/v4';
import { watchWords as words } from '../locales/watchWords';
import type { ReferralKind } from '../referrals/referralKind';
import { areChoices, chosenCodes, watchChoices } from '../referrals/watchChoices';
import type { WatchConditions } from '../referrals/watchConditions';
import type { Turn } from './turn';

/** Teams sends an input that was left empty as an empty string. */
const keys = (choices: readonly string[]) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .string()
      .max(2000)
      .refine((text) => areChoices(choices, text), words.problems.notAChoice)
      .optional(),
  );

/** Conditions that are chosen from lists, as the grammar and the form give them: keys of codes, with commas between them. */
export const chosenShape = {
  industries: keys(watchChoices.industries),
  products: keys(watchChoices.products),
  solutions: keys(watchChoices.solutions),
};

const text = z.string().trim().min(1).max(120).optional();

/** Conditions as a text gives them. */
export const typedConditionsShape = {
  ...chosenShape,
  kinds: keys([...watchChoices.kinds, 'marketplaceLead']),
  direction: z.enum(['Incoming', 'Outgoing', 'Both']).optional(),
  countries: z.string().max(800).optional(),
  min: z.coerce.number().nonnegative().max(1e15).optional(),
  max: z.coerce.number().nonnegative().max(1e15).optional(),
  currency: z.string().trim().toUpperCase().length(3).optional(),
  customer: text,
  teamMember: text,
  mine: z.boolean().optional(),
  location: text,
};

const typedConditions = z.object(typedConditionsShape);

/** Conditions as a person gave them. */
export type TypedConditions = z.infer<typeof typedConditions>;

/** The conditions that are meant, or a sentence that says why they cannot be. */
export async function readTypedConditions(turn: Turn, typed: TypedConditions): Promise<WatchConditions | string> {
  const { min, max, currency, customer, location, mine } = typed;
  const kinds = typed.kinds?.split(',') ?? [];
  if (kinds.includes('marketplaceLead')) return words.refused.marketplace;
  const chosen = chosenCodes(watchChoices.kinds, typed.kinds);
  const direction = directionMeant(typed.direction, chosen);
  if (direction === 'Incoming' && chosen?.includes('pipeline')) return words.refused.pipeline;
  if (direction === 'Outgoing' && chosen?.every(comesInOnly)) return words.refused.leads;
  if (min !== undefined && max !== undefined && min > max) return words.refused.range;
  const own = mine ? await turn.email() : undefined;
  if (mine && !own) return words.refused.address;
  const other = typed.teamMember;
  if (own && other && own.toLowerCase() !== other.toLowerCase()) return words.refused.twoPeople;
  const given = {
    direction: direction === 'Incoming' ? undefined : direction,
    kinds: chosen,
    countries: typed.countries?.split(','),
    industries: chosenCodes(watchChoices.industries, typed.industries),
    products: chosenCodes(watchChoices.products, typed.products),
    solutions: chosenCodes(watchChoices.solutions, typed.solutions),
    min,
    max,
    currency,
    customer,
    location,
    teamMember: own ?? other,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Where nothing is said of it, the kinds tell: a pipeline deal is always our own. */
function directionMeant(
  said: TypedConditions['direction'],
  kinds: readonly ReferralKind[] = [],
): NonNullable<TypedConditions['direction']> {
  if (said || !kinds.includes('pipeline')) return said ?? 'Incoming';
  return kinds.length === 1 ? 'Outgoing' : 'Both';
}

const comesInOnly = (kind: ReferralKind): boolean => kind === 'lead' || kind === 'qualifiedLead';
