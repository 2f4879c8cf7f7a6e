import {
  ActionPlanner,
  type AI,
  type ChatCompletionAction,
  type PredictedDoCommand,
  Prompt,
  PromptManager,
  type PromptTemplate,
  SystemMessage,
  type Tokenizer,
  TurnState,
  UserMessage,
} from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Chosen } from '../../commands/model/readChoice';
import type { Tool } from '../../commands/model/toolOf';
import type { ModelConfig } from '../../config/modelConfig';
import { createModel } from './createModel';
import type { ModelWorld } from './modelFetch';
import { oneToolCall } from './oneToolCall';

/** What a model is asked. */
export interface ModelQuestion {
  /** As the model may see it. */
  text: string;
  /** What it goes by. */
  rules: string;
  tools: readonly Tool[];
}

/** The library measures prompts in tokens; ours is short, and its own tokenizer throws at some texts. */
const characters: Tokenizer = {
  encode: (text) => Array.from(text, (character) => character.codePointAt(0) ?? 0),
  decode: (codes) => String.fromCodePoint(...codes),
};
const mostCharacters = 100_000;

/**
 * Asks the model for one tool call with the library's ActionPlanner. Everything is made anew for each question: the library
 * shares what it keeps between turns, and its state is not the turn's, so that it sees the text as it is shown and nothing else.
 * @returns undefined when nothing was chosen or the model did not answer
 */
export async function chooseTool(
  { context, ai }: { context: TurnContext; ai: AI },
  question: ModelQuestion,
  config: ModelConfig,
  world: ModelWorld,
): Promise<Chosen | undefined> {
  const template = templateOf(question);
  const prompts = new PromptManager({ promptsFolder: '' });
  // A prompt that was not added is looked for on the disk.
  prompts.addPrompt(template);
  const planner = new ActionPlanner<TurnState>({
    model: createModel(config, world),
    prompts,
    defaultPrompt: () => Promise.resolve(template),
    max_repair_attempts: 0,
    tokenizer: characters,
  });
  const state = new TurnState();
  await state.load(context);
  state.temp.input = question.text;
  const { commands } = await planner.beginTask(context, state, ai);
  const step = commands[0] as PredictedDoCommand | undefined;
  return step && { tool: step.action, parameters: step.parameters };
}

function templateOf({ rules, tools }: ModelQuestion): PromptTemplate {
  // What is left out is left to the model: many take no temperature and no limit under the names that the library knows.
  const completion = {
    completion_type: 'chat',
    include_history: false,
    include_input: true,
    include_images: false,
    max_input_tokens: mostCharacters,
  } as PromptTemplate['config']['completion'];
  return {
    name: 'choose',
    prompt: new Prompt([new SystemMessage(rules), new UserMessage('{{$temp.input}}')]),
    config: { schema: 1.1, type: 'completion', completion, augmentation: { augmentation_type: 'tools' } },
    actions: tools as unknown as ChatCompletionAction[],
    augmentation: oneToolCall,
  };
}
