import type { JsonObject } from '../json';
import type { Need } from './needs';
import type { Random } from './random';
import type { Recipe } from './recipe';

const dayMs = 24 * 60 * 60 * 1000;

/** What the customer wants and what it may be worth, `createdMs` (UTC) being when it was written. */
export function inventDetails(
  { country, dealValue }: Recipe,
  need: Need,
  industry: string,
  createdMs: number,
  random: Random,
): JsonObject {
  const usd = dealValue === undefined ? need.typicalValue * random.pick([0.5, 0.8, 1, 1.4, 2]) : dealValue;
  return {
    notes: need.notes,
    ...(usd !== null && {
      dealValue: Math.round(usd * (perDollar[country.currency] ?? 1)),
      currency: country.currency,
    }),
    closingDateTime: `${new Date(createdMs + random.between(30, 180) * dayMs).toISOString().slice(0, 10)}T00:00:00Z`,
    customerRequestedContact: null,
    customerAction: null,
    requirements: {
      industries: [{ id: industry }],
      products: [{ id: need.product }],
      services: [{ id: need.service }],
      solutions: [{ id: need.solution, name: need.solutionName, type: 'Category' }],
      offers: [],
      salesPlays: [],
      additionalRequirements: { attributes: [] },
    },
  };
}

/** Roughly, so that values look right: units of the currency for a US dollar. */
const perDollar: Record<string, number> = { JPY: 150, INR: 85, TWD: 32, SEK: 10, BRL: 5, PLN: 4, SAR: 3.75, ILS: 3.6 };
