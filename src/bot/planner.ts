import type { Plan, Planner, PredictedDoCommand } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Command } from '../commands/command';
import type { ReadingContext } from '../commands/grammar/filters';
import { readText } from '../commands/grammar';
import type { Clock } from '../lib/clock';
import type { TeamsActivity } from './activity';
import { activityOf } from './turn';

/** The action for a text that no command matches. */
export const unclearAction = 'unclear';

/**
 * Text to plan, by the grammar of the commands. It plans DO commands only: an answer that is computed must not carry the
 * label that Teams puts on what a language model said.
 */
export class CommandPlanner implements Planner {
  constructor(
    private readonly commands: readonly Command[],
    private readonly clock: Clock,
  ) {}

  beginTask(context: TurnContext): Promise<Plan> {
    const activity = activityOf(context);
    const reading = readText(activity.text ?? '', this.commands, readingContext(activity, this.clock.now()));
    const step: PredictedDoCommand = reading
      ? { type: 'DO', action: reading.command.name, parameters: reading.parameters }
      : { type: 'DO', action: unclearAction, parameters: {} };
    return Promise.resolve({ type: 'plan', commands: [step] });
  }

  /** One text is one step. */
  continueTask(): Promise<Plan> {
    return Promise.resolve({ type: 'plan', commands: [] });
  }
}

/** Dates are meant where the person is. */
const readingContext = ({ entities, locale }: TeamsActivity, now: number): ReadingContext => ({
  now,
  timeZone: entities?.find((entity) => entity.timezone)?.timezone ?? undefined,
  locale: locale ?? 'en-US',
});
