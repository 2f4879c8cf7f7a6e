import type { z } from 'zod/v4';
import type { Call } from '../http/call';
import { readJson } from '../http/readJson';

const problems = {
  problem: (problem: string, error: string) => ({
    status: problem === 'unsupportedMediaType' ? 415 : 400,
    body: { error },
  }),
};

/** The body of a control request, checked; an absent one counts as `{}`. Throws a ZodError that says what is wrong. */
export function readControlBody<Schema extends z.ZodType>(call: Call, schema: Schema): z.output<Schema> {
  return schema.parse(call.body === '' ? {} : readJson(call, problems));
}
