import type { AI, Plan, Planner, PredictedDoCommand, TurnState } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Command } from '../commands/command';
import { readInContext } from '../commands/followUp';
import type { Reading } from '../commands/grammar';
import type { ReadingContext } from '../commands/grammar/filters';
import { likelyReadings } from '../commands/likelyReadings';
import type { Subjects } from '../commands/subjects';
import type { Clock } from '../lib/clock';
import type { TeamsActivity } from './activity';
import { withoutThread } from './conversations';
import type { Understand } from './model/understand';
import { activityOf } from './turn';

/** The action for a text that no command matches; its parameter `texts` is what may be meant. */
export const unclearAction = 'unclear';
/** The action for a text that a language model understood; its parameter `text` says it in words that could be typed. */
export const understoodAction = 'understood';

/**
 * Text to plan, by the grammar of the commands and by what this person asked before in this conversation; what the grammar
 * cannot read is understood by a language model where there is one. It plans DO commands only: an answer that is computed
 * must not carry the label that Teams puts on what a language model said.
 */
export class CommandPlanner implements Planner {
  constructor(
    private readonly commands: readonly Command[],
    private readonly subjects: Subjects<Command>,
    private readonly clock: Clock,
    private readonly understand?: Understand,
  ) {}

  async beginTask(context: TurnContext, _state: TurnState, ai: AI): Promise<Plan> {
    return { type: 'plan', commands: [await this.stepFor(context, ai)] };
  }

  /** One text is one step. */
  continueTask(): Promise<Plan> {
    return Promise.resolve({ type: 'plan', commands: [] });
  }

  private async stepFor(context: TurnContext, ai: AI): Promise<PredictedDoCommand> {
    const activity = activityOf(context);
    const beganAt = this.clock.now();
    const text = activity.text ?? '';
    const reading = readingContext(activity, beganAt);
    const read = this.read(text, activity, reading);
    if (read) {
      this.keep(activity, read);
      return { type: 'DO', action: read.command.name, parameters: { ...read.parameters } };
    }
    const understood = await this.understand?.({ context, ai, text, reading });
    const step = understood === undefined ? undefined : this.stepUnderstood(understood, activity, reading, beganAt);
    return step ?? unclear({ texts: likelyReadings(text, this.commands, reading) });
  }

  private stepUnderstood(
    text: string,
    activity: TeamsActivity,
    reading: ReadingContext,
    beganAt: number,
  ): PredictedDoCommand | undefined {
    const read = this.read(text, activity, reading);
    if (!read) return undefined;
    const { command, parameters } = read;
    if (command.changesState || command.right === 'decide' || command.right === 'administer')
      return unclear({ texts: [text], asksToConfirm: true });
    this.keep(activity, read);
    return { type: 'DO', action: understoodAction, parameters: { text, command: command.name, parameters, beganAt } };
  }

  private read(text: string, activity: TeamsActivity, context: ReadingContext): Reading | undefined {
    return readInContext(text, this.commands, context, this.subjects.recall(...subjectKey(activity)));
  }

  private keep(activity: TeamsActivity, { command, parameters }: Reading): void {
    this.subjects.keep(...subjectKey(activity), command, parameters);
  }
}

const unclear = (parameters: { texts: string[]; asksToConfirm?: boolean }): PredictedDoCommand => ({
  type: 'DO',
  action: unclearAction,
  parameters,
});

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
