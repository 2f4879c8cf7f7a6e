import type { FieldGroup } from './allFields';
import type { CardFact } from './referralFacts';

/** What a phone shows beside a label without a break, in characters. */
const mostBesideLabel = 20;

/** The card elements of a group: facts as a table, but what cannot be broken into lines below its label. */
export function fieldElements({ title, facts }: FieldGroup): object[] {
  const heading = { type: 'TextBlock', text: title, weight: 'bolder', wrap: true };
  const runs: { long: boolean; facts: CardFact[] }[] = [];
  for (const fact of facts) {
    const long = isLong(fact);
    const last = runs.at(-1);
    if (last?.long === long) last.facts.push(fact);
    else runs.push({ long, facts: [fact] });
  }
  return [heading, ...runs.flatMap((run) => (run.long ? run.facts.flatMap(below) : [table(run.facts)]))];
}

const isLong = ({ value }: CardFact): boolean => value.split(/[\s-]/).some((word) => word.length > mostBesideLabel);

const table = (facts: readonly CardFact[]) => ({ type: 'FactSet', spacing: 'small', facts });

const below = ({ title, value }: CardFact): object[] => [
  { type: 'TextBlock', text: title, weight: 'bolder', spacing: 'small', wrap: true },
  { type: 'TextBlock', text: value, spacing: 'none', wrap: true },
];
