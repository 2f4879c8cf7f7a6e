import { z } from 'zod/v4';

/** What the service takes. https://platform.openai.com/docs/api-reference/chat/create */
export const chatRequest = z.object({
  model: z.string().min(1),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant', 'tool']), content: z.string() })).min(1),
  tool_choice: z.enum(['none', 'auto', 'required']).optional(),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({
          name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
          description: z.string().optional(),
          parameters: z.looseObject({ type: z.literal('object'), properties: z.record(z.string(), z.looseObject({})) }),
        }),
      }),
    )
    .optional(),
});

/** A request that was taken. */
export type ChatRequest = z.infer<typeof chatRequest>;
