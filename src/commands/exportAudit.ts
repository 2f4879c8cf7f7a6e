import { z } from 'zod/v4';
import { command } from './command';
import { offerFile } from './files/offerFile';
import { sayings } from './sayings';

/** `export audit`: who did what, as a CSV file for an administrator. */
export const exportAuditCommand = command({
  name: 'exportAudit',
  title: 'export audit',
  description: 'Offers the audit trail as a file: who did what, and when. For administrators.',
  example: 'export audit',
  ...sayings.exportAudit,
  changesState: false,
  right: 'administer',
  needs: [],
  parameters: z.object({}),
  run: (turn, _parameters, desk) => offerFile(turn, desk, { list: 'audit' }),
});
