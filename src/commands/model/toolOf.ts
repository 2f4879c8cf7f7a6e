import { z } from 'zod/v4';
import { grammarValues } from '../../locales/grammarValues';
import { grammarWatch } from '../../locales/grammarWatch';
import { modelWords } from '../../locales/modelWords';
import type { Command } from '../command';
import type { FilterName } from '../grammar/filters';

/** One parameter, as JSON schema. */
export interface ToolParameter {
  type: 'string' | 'number' | 'boolean';
  enum?: readonly string[];
  description?: string;
}

/** A command as a tool that a language model may choose. */
export interface Tool {
  /** Letters, digits and hyphens. */
  name: string;
  description: string;
  parameters: {
    type: 'object';
    properties: Readonly<Record<string, ToolParameter>>;
    additionalProperties: false;
  };
}

/** A command's parameters: its zod schema, and what its filters know. */
export function toolOf(command: Command, seesData: boolean): Tool {
  const { properties = {} } = z.toJSONSchema(command.parameters, { io: 'input', unrepresentable: 'any' });
  const known = knownValues(command.filters ?? []);
  const parameters = Object.entries(properties).map(([name, schema]): [string, ToolParameter] => {
    const { type, enum: values } = typeof schema === 'object' ? schema : {};
    const description = modelWords.parameters[name];
    const options = known[name] ?? values?.map(String);
    return [
      name,
      {
        // A number that is masked is a placeholder.
        type: type === 'boolean' ? 'boolean' : (type === 'number' || isAmount(name)) && seesData ? 'number' : 'string',
        ...(options ? { enum: options } : {}),
        ...(description ? { description } : {}),
      },
    ];
  });
  return {
    name: toolName(command),
    description: `${command.description} For example: ${command.example}`,
    parameters: { type: 'object', properties: Object.fromEntries(parameters), additionalProperties: false },
  };
}

/** A command's name as a tool may be called. */
export const toolName = ({ name }: Pick<Command, 'name'>): string => name.replace(/[^a-zA-Z0-9]+/g, '-');

/** They are coerced from what a card's input sends, so that their schema takes anything. */
const isAmount = (name: string): boolean => name === 'min' || name === 'max';

const valuesOfFilters: Readonly<Partial<Record<FilterName, readonly [parameter: string, values: object]>>> = {
  status: ['status', grammarValues.referralStatus],
  subscriptionStatus: ['status', grammarValues.subscriptionStatus],
  substatus: ['substatus', grammarValues.referralSubstatus],
  outcome: ['substatus', grammarValues.referralOutcome],
  direction: ['direction', grammarValues.direction],
  directions: ['direction', grammarWatch.directions],
  listFile: ['file', grammarValues.listFile],
  invoiceFile: ['file', grammarValues.invoiceFile],
  qualification: ['qualification', grammarValues.qualification],
  kinds: ['kinds', grammarWatch.kinds],
  industries: ['industries', grammarWatch.industries],
  products: ['products', grammarWatch.products],
};

function knownValues(filters: readonly FilterName[]): Readonly<Record<string, readonly string[]>> {
  const known: Record<string, string[]> = {};
  for (const filter of filters) {
    const [parameter, values] = valuesOfFilters[filter] ?? [];
    // "Unanswered" is said with two parameters: Incoming and Pending.
    const said = Object.keys(values ?? {}).filter((value) => value !== 'Unanswered');
    if (parameter) known[parameter] = [...(known[parameter] ?? []), ...said];
  }
  return known;
}
