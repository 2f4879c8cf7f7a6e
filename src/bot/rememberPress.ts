import { z } from 'zod/v4';
import { commands } from '../commands';
import type { Command } from '../commands/command';
import { readText } from '../commands/grammar';
import type { Subjects } from '../commands/subjects';
import type { TeamsActivity } from './activity';
import { readingContext, subjectKey } from './planner';

const subjectData = z.looseObject({
  customerId: z.string().min(1).optional(),
  customerName: z.string().min(1).optional(),
  text: z.string().min(1).optional(),
});

/** What a button was about is what the next question goes on from: a customer that was chosen, or a reading. */
export function rememberPress(
  activity: TeamsActivity,
  verb: string | undefined,
  data: unknown,
  subjects: Subjects<Command>,
  now: number,
): void {
  const { customerId, customerName, text } = subjectData.safeParse(data).data ?? {};
  const key = subjectKey(activity);
  // A long name was cut for the button; its beginning is enough to find it.
  if (customerId && customerName) subjects.choose(...key, customerName.replace(/…$/u, ''));
  if (verb !== 'reading.choose' || text === undefined) return;
  const reading = readText(text, commands, readingContext(activity, now));
  if (reading) subjects.keep(...key, reading.command, reading.parameters);
}
