import type { Augmentation, Plan, Validation } from '@microsoft/teams-ai';

/**
 * What a model answered as a plan: its one tool call, or nothing. The library's own ToolsAugmentation writes arguments that
 * are no JSON to standard output and calls the tool without any, and says what is no tool call with the label of an answer
 * that a model wrote.
 */
export const oneToolCall: Augmentation<string> = {
  createPromptSection: () => undefined,
  /** A model is never asked again to repair what it said. */
  validateResponse: (): Promise<Validation<string>> => Promise.resolve({ type: 'Validation', valid: true }),
  createPlanFromResponse(_context, _memory, response): Promise<Plan> {
    return Promise.resolve({ type: 'plan', commands: commandsIn(response) });
  },
};

type Response = Parameters<Augmentation<string>['createPlanFromResponse']>[2];

function commandsIn({ message }: Response): Plan['commands'] {
  const [call, ...others] = message?.action_calls ?? [];
  if (!call || others.length > 0) return [];
  const parameters = argumentsOf(call.function.arguments);
  return parameters ? [{ type: 'DO', action: call.function.name, parameters } as Plan['commands'][number]] : [];
}

function argumentsOf(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text.trim() || '{}');
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
