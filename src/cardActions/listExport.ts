import { z } from 'zod/v4';
import { offerFile } from '../commands/files/offerFile';
import { listQuestion } from '../commands/listQuestion';
import { cardAction } from './cardAction';

/** A list as a file; `rows` is how many the card knew of. */
export const listExport = cardAction({
  verb: 'list.export',
  needs: ({ list }) => (list === 'referrals' ? ['referrals'] : ['partner-center']),
  data: z.object({ rows: z.coerce.number().int().min(0).max(1e9).optional().catch(undefined) }).and(listQuestion),
  run: (press, { rows, ...question }, desk) => offerFile(press, desk, question, rows),
});
