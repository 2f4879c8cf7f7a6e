import { z } from 'zod/v4';
import { command } from './command';
import { offerFile } from './files/offerFile';
import { invoicesAnswer } from './invoicesAnswer';
import { sayings } from './sayings';

/** `invoices`: period, amounts and what is still to be paid, newest first. */
export const invoicesCommand = command({
  name: 'invoices',
  title: 'invoices',
  description: 'Lists your invoices, newest first, and what is still to be paid.',
  example: 'invoices',
  ...sayings.invoices,
  changesState: false,
  needs: ['partner-center'],
  parameters: z.object({
    paid: z.enum(['paid', 'unpaid']).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    file: z.literal('csv').optional(),
  }),
  run: async (turn, { file, ...filter }, desk) =>
    file
      ? offerFile(turn, desk, { list: 'invoices', ...filter })
      : invoicesAnswer(turn, desk, filter, { page: 0, anew: true }),
});
