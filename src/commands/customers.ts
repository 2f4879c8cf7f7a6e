import { z } from 'zod/v4';
import { command } from './command';
import { customersAnswer } from './customersAnswer';
import { offerFile } from './files/offerFile';
import { sayings } from './sayings';

/** `customers`: all customers, or those whose name or domain begins with something. */
export const customersCommand = command({
  name: 'customers',
  title: 'customers',
  description: 'Lists customers, also those starting with a few letters.',
  example: 'customers starting with con',
  ...sayings.customers,
  changesState: false,
  needs: ['partner-center'],
  parameters: z.object({
    startsWith: z.string().trim().max(200).optional(),
    domain: z.string().trim().max(200).optional(),
    file: z.literal('csv').optional(),
  }),
  run: async (turn, { file, ...question }, desk) =>
    file
      ? offerFile(turn, desk, { list: 'customers', ...question })
      : customersAnswer(turn, desk, question, { page: 0, anew: true }),
});
