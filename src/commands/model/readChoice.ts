import { z } from 'zod/v4';
import type { Command } from '../command';
import { readText } from '../grammar';
import type { ReadingContext } from '../grammar/filters';
import type { ShownText } from './maskText';
import { type Given, sayReading } from './sayReading';
import { toolName, toolOf } from './toolOf';

/** What a language model chose: nothing of it is believed. */
export interface Chosen {
  tool: string;
  parameters: unknown;
}

const given = z.record(
  z.string().max(40),
  z.union([z.string().trim().max(200), z.number().nonnegative().max(1e15), z.boolean(), z.null()]),
);
const placeholder = /\b(?:NAME|EMAIL|DOMAIN|ID|NUMBER|DATE)\d+\b/g;

/**
 * What was chosen as a text that somebody could have typed. Undefined unless the tool is a command, everything in it can be
 * said in the words of the grammar, the grammar reads those words as just this, and every name in it was typed by the person.
 */
export function readChoice(
  { tool, parameters }: Chosen,
  shown: ShownText,
  commands: readonly Command[],
  context: ReadingContext,
): string | undefined {
  const command = commands.find((candidate) => toolName(candidate) === tool);
  const parsed = given.safeParse(parameters);
  if (!command || !parsed.success) return undefined;
  const stated = Object.entries(parsed.data).filter(([, value]) => value !== null && value !== '' && value !== false);
  const asked = Object.fromEntries(stated) as Given;
  const masked = sayReading(command, asked);
  if (masked === undefined || !isTyped(asked, command, shown)) return undefined;
  const text = putBack(masked, shown);
  const reading = readText(text, commands, context);
  const isMeant =
    reading?.command === command &&
    command.parameters.safeParse(reading.parameters).success &&
    stated.every(([key, value]) => isSame(reading.parameters[key], value));
  return isMeant ? text : undefined;
}

const putBack = (text: string, { typed }: ShownText): string =>
  text.replace(placeholder, (name) => typed.get(name) ?? name);

/** What is free text stands in the person's own: a model adds no name of its own. */
function isTyped(asked: Given, command: Command, shown: ShownText): boolean {
  const { properties } = toolOf(command, true).parameters;
  const text = comparable(putBack(shown.text, shown));
  return Object.entries(asked).every(([key, value]) => {
    const isCode =
      key === 'country' || key === 'countries' || key === 'currency' || z.iso.date().safeParse(value).success;
    const isFree = typeof value === 'string' && !properties[key]?.enum && !isCode;
    return !isFree || text.includes(comparable(putBack(value, shown)));
  });
}

const comparable = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const isSame = (read: unknown, value: Given[string] | null): boolean =>
  typeof value === 'string' && value.search(placeholder) >= 0
    ? read !== undefined
    : comparable(String(read)) === comparable(String(value));
