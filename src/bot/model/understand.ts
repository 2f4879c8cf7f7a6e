import type { AI } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Command } from '../../commands/command';
import { tokensIn } from '../../commands/grammar';
import { isoDay, todayIn } from '../../commands/grammar/calendar';
import type { ReadingContext } from '../../commands/grammar/filters';
import { maskText, shownAsTyped } from '../../commands/model/maskText';
import { readChoice } from '../../commands/model/readChoice';
import { toolOf } from '../../commands/model/toolOf';
import type { ModelConfig } from '../../config/modelConfig';
import { modelWords } from '../../locales/modelWords';
import { chooseTool } from './chooseTool';
import type { ModelWorld } from './modelFetch';

/** What somebody typed that the grammar cannot read. */
export interface UnclearText {
  context: TurnContext;
  ai: AI;
  text: string;
  reading: ReadingContext;
}

/** Says what a text means, as a text that the grammar reads; undefined when that is not clear either. Never rejects. */
export type Understand = (unclear: UnclearText) => Promise<string | undefined>;

/** Understands with a language model: it sees the one text, masked unless it may see it, and chooses one command at most. */
export function createUnderstand(config: ModelConfig, commands: readonly Command[], world: ModelWorld): Understand {
  const tools = commands.map((command) => toolOf(command, config.seesData));
  return async ({ context, ai, text, reading }) => {
    const tokens = tokensIn(text, commands);
    if (!tokens) return undefined;
    const shown = config.seesData ? shownAsTyped(tokens) : maskText(tokens, commands);
    const { rules, masked, today } = modelWords;
    const day = today(isoDay(todayIn(reading.timeZone, reading.now)));
    const said = [...rules, ...(config.seesData ? [] : [masked]), day].join('\n');
    try {
      const chosen = await chooseTool({ context, ai }, { text: shown.text, rules: said, tools }, config, world);
      return chosen && readChoice(chosen, shown, commands, reading);
    } catch (error) {
      world.log.error({ err: error }, 'the language model could not be asked');
      return undefined;
    }
  };
}
