import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatRequest, type ChatRequest } from './modelRequest';

/** What the model does with the questions that follow. */
export type ModelAnswer =
  | { calls: readonly { tool: string; parameters: object | string }[] }
  | { text: string }
  | { status: number; code: string }
  | { raw: string }
  | { redirect: string }
  | 'hang'
  | 'cut';

/** A question that came in. */
export interface ModelAsked {
  path: string;
  headers: http.IncomingHttpHeaders;
  body: ChatRequest;
}

/**
 * A language model on loopback that speaks the chat completions protocol of OpenAI and of Azure OpenAI and answers what it is
 * told to. https://platform.openai.com/docs/api-reference/chat
 * https://learn.microsoft.com/en-us/azure/ai-services/openai/reference#chat-completions
 */
export class FakeModel {
  readonly key = 'sk-fake-0123456789abcdef';
  readonly asked: ModelAsked[] = [];
  answer: ModelAnswer = { text: 'none' };
  private held: Promise<void> = Promise.resolve();
  private readonly server = http.createServer((request, response) => void this.serve(request, response));

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Everything that the last question said of a person: what stands after the rules. */
  get seen(): string {
    return this.asked.at(-1)?.body.messages.at(-1)?.content ?? '';
  }

  /** Holds back the answers that follow until the function that it gives is called. */
  delay(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.held = promise;
    return resolve;
  }

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const send = (status: number, body: unknown, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_fake', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const refusal = this.refusal(request);
    if (refusal) return send(refusal.status, { error: { message: refusal.message, type: 'invalid_request_error' } });
    const parsed = chatRequest.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
    if (!parsed.success) return send(400, { error: { message: parsed.error.message, type: 'invalid_request_error' } });
    this.asked.push({ path: request.url ?? '', headers: request.headers, body: parsed.data });
    const { answer } = this;
    await this.held;
    if (answer === 'hang') return;
    if (answer === 'cut') return void request.socket.destroy();
    if ('raw' in answer) return send(200, answer.raw);
    if ('redirect' in answer) return send(307, '', { location: answer.redirect });
    // Services repeat what was asked and parts of the key in their errors.
    if ('status' in answer)
      return send(answer.status, {
        error: { message: `Refused ${this.key}: ${this.seen}`, code: answer.code, type: answer.code },
      });
    send(200, completionOf(answer, parsed.data.model));
  }

  private refusal({
    method,
    url = '',
    headers,
  }: http.IncomingMessage): { status: number; message: string } | undefined {
    const isOpenAi = url === '/v1/chat/completions';
    const isAzure = /^\/openai\/deployments\/[\w-]+\/chat\/completions\?api-version=\d{4}-\d\d-\d\d$/.test(url);
    if (method !== 'POST' || !(isOpenAi || isAzure)) return { status: 404, message: 'Resource not found' };
    const isKnown = isOpenAi ? headers.authorization === `Bearer ${this.key}` : headers['api-key'] === this.key;
    return isKnown ? undefined : { status: 401, message: `Incorrect API key provided: ${headers.authorization}` };
  }
}

function completionOf(answer: Extract<ModelAnswer, object>, model: string): object {
  const calls = 'calls' in answer ? answer.calls : undefined;
  const toolCalls = calls?.map(({ tool, parameters }, at) => ({
    id: `call_${at}`,
    type: 'function',
    function: { name: tool, arguments: typeof parameters === 'string' ? parameters : JSON.stringify(parameters) },
  }));
  const content = 'text' in answer ? answer.text : null;
  const message = { role: 'assistant', content, refusal: null, ...(toolCalls ? { tool_calls: toolCalls } : {}) };
  const choice = { index: 0, message, logprobs: null, finish_reason: toolCalls ? 'tool_calls' : 'stop' };
  const usage = { prompt_tokens: 812, completion_tokens: 17, total_tokens: 829 };
  return { id: 'chatcmpl-1', object: 'chat.completion', created: 1_795_251_600, model, choices: [choice], usage };
}

/** Starts one on a random loopback port. */
export const startFakeModel = (): Promise<FakeModel> => new FakeModel().listen();
