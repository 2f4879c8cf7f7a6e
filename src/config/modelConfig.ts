import { secretsUrl } from './apiUrl';
import type { Environment } from './environment';

/** The language model that may be asked what a text means. */
export interface ModelConfig {
  kind: 'openai' | 'azure-openai';
  /** With the version for OpenAI, the resource for Azure OpenAI. https, or http on this machine. */
  endpoint: string;
  apiKey: string;
  /** The model's name, or that of its deployment in Azure. */
  name: string;
  /** Of Azure OpenAI. */
  apiVersion: string;
  /** Whether it sees texts as they were typed; else everything that is not a word of ours is masked. */
  seesData: boolean;
}

type Variable = keyof Environment & `${string}OPENAI_${string}`;

/** Where each kind has its endpoint, its key and its model. */
const variables = {
  openai: { endpoint: 'OPENAI_BASE_URL', apiKey: 'OPENAI_API_KEY', name: 'OPENAI_MODEL' },
  'azure-openai': {
    endpoint: 'AZURE_OPENAI_ENDPOINT',
    apiKey: 'AZURE_OPENAI_API_KEY',
    name: 'AZURE_OPENAI_DEPLOYMENT_NAME',
  },
} as const satisfies Record<string, Record<string, Variable>>;

/** What `MODEL` switches on; null when it is off, whatever else is set. */
export function modelConfig(env: Environment): ModelConfig | null {
  if (env.MODEL === 'off') return null;
  const { endpoint, apiKey, name } = variables[env.MODEL];
  return {
    kind: env.MODEL,
    endpoint: env[endpoint].replace(/\/+$/, ''),
    apiKey: env[apiKey],
    name: env[name],
    apiVersion: env.AZURE_OPENAI_API_VERSION,
    seesData: env.MODEL_SEES_DATA === 'yes',
  };
}

/** Why the model that `MODEL` names cannot be asked. What belongs to a model that is off is not looked at. */
export function modelProblems(env: Environment): string[] {
  if (env.MODEL === 'off') return [];
  const { endpoint, apiKey } = variables[env.MODEL];
  const missing = Object.values(variables[env.MODEL])
    .filter((variable) => !env[variable])
    .map((variable) => `${variable}: is needed with MODEL=${env.MODEL}; without MODEL no language model is asked`);
  if (missing.length) return missing;
  const url = secretsUrl('https://api.openai.com/v1').safeParse(env[endpoint]);
  return [
    ...(url.error?.issues.map(({ message }) => `${endpoint}: ${message}`) ?? []),
    ...(/^[\x21-\x7e]+$/.test(env[apiKey]) ? [] : [`${apiKey}: must be one word of plain letters, digits and signs`]),
  ];
}
