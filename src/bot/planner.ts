import type { Plan, Planner, PredictedDoCommand } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Command } from '../commands/command';
import { readInContext } from '../commands/followUp';
import type { ReadingContext } from '../commands/grammar/filters';
import { likelyReadings } from '../commands/likelyReadings';
import type { Subjects } from '../commands/subjects';
import type { Clock } from '../lib/clock';
import type { TeamsActivity } from './activity';
import { withoutThread } from './conversations';
import { activityOf } from './turn';

/** The action for a text that no command matches; its parameter `texts` is what may be meant. */
export const unclearAction = 'unclear';

/**
 * Text to plan, by the grammar of the commands and by what this person asked before in this conversation. It plans DO
 * commands only: an answer that is computed must not carry the label that Teams puts on what a language model said.
 */
export class CommandPlanner implements Planner {
  constructor(
    private readonly commands: readonly Command[],
    private readonly subjects: Subjects<Command>,
    private readonly clock: Clock,
  ) {}

  beginTask(context: TurnContext): Promise<Plan> {
    return Promise.resolve({ type: 'plan', commands: [this.stepFor(activityOf(context))] });
  }

  /** One text is one step. */
  continueTask(): Promise<Plan> {
    return Promise.resolve({ type: 'plan', commands: [] });
  }

  private stepFor(activity: TeamsActivity): PredictedDoCommand {
    const text = activity.text ?? '';
    const context = readingContext(activity, this.clock.now());
    const key = subjectKey(activity);
    const reading = readInContext(text, this.commands, context, this.subjects.recall(...key));
    if (!reading) {
      const texts = likelyReadings(text, this.commands, context);
      return { type: 'DO', action: unclearAction, parameters: { texts } };
    }
    const { command, parameters } = reading;
    this.subjects.keep(...key, command, parameters);
    return { type: 'DO', action: command.name, parameters: { ...parameters } };
  }
}

/** Whose subject it is: the person's, in the conversation with all its threads. */
export const subjectKey = ({ from, conversation }: TeamsActivity): [personId: string, conversationId: string] => [
  from.aadObjectId ?? from.id,
  withoutThread(conversation.id),
];

/** Dates are meant where the person is. `now` is ms, UTC. */
export const readingContext = ({ entities, locale }: TeamsActivity, now: number): ReadingContext => ({
  now,
  timeZone: entities?.find((entity) => entity.timezone)?.timezone ?? undefined,
  locale: locale ?? 'en-US',
});
