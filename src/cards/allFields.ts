import { fieldWords as words } from '../locales/fieldWords';
import { fieldLabel } from './fieldLabel';
import { fieldValue } from './fieldValue';
import type { CardFact } from './referralFacts';
import { cutText } from './text/cutText';
import type { Formats } from './text/formats';
import { markdownText } from './text/markdownText';

/** The fields of one part of a resource, under the name of that part. Markdown. */
export interface FieldGroup {
  title: string;
  facts: CardFact[];
}

/** As many fields as fit on a card, and what is left out. */
export interface FieldPage {
  groups: FieldGroup[];
  /** "Fields 1–60 of 240"; '' where all are here. */
  range: string;
  /** The first field of the page before this one and of the one after it; undefined where there is none. */
  previous: number | undefined;
  next: number | undefined;
}

interface Field extends CardFact {
  group: string;
}

/** What a page may take, in UTF-16 units of its JSON: with the rest of its card it stays under 28 KB as Teams counts. */
const mostUnits = 6_500;
const mostOfValue = 300;
const deepest = 8;
/** What the service says about the message rather than about the thing: where to ask next, and the type's name. */
const envelope = new Set(['links', 'attributes']);

/**
 * Everything that a resource holds, fields that are not documented too: labelled, formatted, in groups, a page at a time.
 * Addresses are not shown, and what is empty is left out.
 * @param from the first field of the page, zero-based
 */
export function allFields(resource: object, formats: Formats, from = 0): FieldPage {
  const fields = [...flatten(resource, [], undefined, formats)];
  const pages = pagesOf(fields);
  const at = Math.max(
    0,
    pages.findLastIndex((start) => start <= from),
  );
  const first = pages[at] ?? 0;
  const end = pages[at + 1] ?? fields.length;
  const { number } = formats;
  return {
    groups: grouped(fields.slice(first, end)),
    range: pages.length > 1 ? words.range(number(first + 1), number(end), number(fields.length)) : '',
    previous: at > 0 ? pages[at - 1] : undefined,
    next: pages[at + 1],
  };
}

function* flatten(
  resource: object,
  path: readonly string[],
  outerCurrency: string | undefined,
  formats: Formats,
): Generator<Field> {
  const currency = currencyOf(resource) ?? outerCurrency;
  const entries = Object.entries(resource).filter(([name]) => !envelope.has(name));
  for (const [name, value] of entries) {
    if (isObject(value)) continue;
    const text = Array.isArray(value) ? listed(name, value, formats) : fieldValue(name, value, currency, formats);
    const shown = markdownText(text, mostOfValue);
    const title = markdownText(fieldLabel(name), 60);
    if (shown && title) yield { group: groupName(path), title, value: shown };
  }
  if (path.length >= deepest) return;
  for (const [name, value] of entries) {
    const parts = Array.isArray(value) ? value.filter(isObject) : [];
    if (isObject(value)) yield* flatten(value, [...path, fieldLabel(name)], currency, formats);
    for (const [at, part] of parts.entries()) {
      yield* flatten(part, [...path, `${fieldLabel(name)} ${formats.number(at + 1)}`], currency, formats);
    }
  }
}

/** The values of a list that are not resources of their own. */
function listed(name: string, values: readonly unknown[], formats: Formats): string {
  const texts = values.filter((value) => !isObject(value)).map((value) => fieldValue(name, value, undefined, formats));
  return formats.list(texts.filter(Boolean));
}

/** Where each page begins: at least one field on each. */
function pagesOf(fields: readonly Field[]): number[] {
  const starts: number[] = [];
  let room = 0;
  for (const [at, field] of fields.entries()) {
    // A group's heading may be drawn anew for it, and a long value stands in an element of its own.
    const cost = JSON.stringify(field).length + (field.value.length > 20 ? 150 : 60);
    if (at === 0 || cost > room) {
      starts.push(at);
      room = mostUnits;
    }
    room -= cost;
  }
  return starts;
}

function grouped(fields: readonly Field[]): FieldGroup[] {
  return [...Map.groupBy(fields, ({ group }) => group)].map(([title, facts]) => ({
    title,
    facts: facts.map(({ title: label, value }) => ({ title: label, value })),
  }));
}

const groupName = (path: readonly string[]): string =>
  path.length ? markdownText(cutText(path.join(' › '), 120), 120) : words.general;

const currencyOf = (resource: object): string | undefined => {
  const code = 'currencyCode' in resource ? resource.currencyCode : 'currency' in resource ? resource.currency : '';
  return typeof code === 'string' && /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : undefined;
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
