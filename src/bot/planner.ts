import type { Plan, Planner, PredictedDoCommand } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Command } from '../commands/command';
import { readText } from '../commands/grammar';

/** The action for a text that no command matches. */
export const unclearAction = 'unclear';

/**
 * Text to plan, by the grammar of the commands. It plans DO commands only: an answer that is computed must not carry the
 * label that Teams puts on what a language model said.
 */
export class CommandPlanner implements Planner {
  constructor(private readonly commands: readonly Command[]) {}

  beginTask(context: TurnContext): Promise<Plan> {
    const reading = readText(context.activity.text, this.commands);
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
