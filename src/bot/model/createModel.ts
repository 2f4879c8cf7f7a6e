import { OpenAIModel } from '@microsoft/teams-ai';
import type { ClientOptions } from 'openai';
import type { ModelConfig } from '../../config/modelConfig';
import { modelFetch, type ModelWorld } from './modelFetch';

/** The library's own time-out would write to standard output; ours comes long before it. */
const neverMs = 600_000;

/** The library's model. It retries unless its client is told not to, and its client reads the environment for what is left out. */
export function createModel(config: ModelConfig, world: ModelWorld): OpenAIModel {
  const { kind, endpoint, apiKey, name, apiVersion } = config;
  const clientOptions: ClientOptions = {
    baseURL: null,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: neverMs,
    // The client's types are those of node-fetch; what it calls and reads is what the platform's fetch has too.
    fetch: modelFetch(config, world) as unknown as NonNullable<ClientOptions['fetch']>,
  };
  const shared = { clientOptions, useSystemMessages: true };
  if (kind === 'openai') return new OpenAIModel({ ...shared, apiKey, endpoint, defaultModel: name });
  // The library takes https only; modelFetch sends to the endpoint as it is configured.
  const azureEndpoint = endpoint.replace(/^http:/, 'https:');
  return new OpenAIModel({
    ...shared,
    azureApiKey: apiKey,
    azureEndpoint,
    azureApiVersion: apiVersion,
    azureDefaultDeployment: name,
  });
}
