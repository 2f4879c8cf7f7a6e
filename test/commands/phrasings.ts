import { aboutCustomers } from './phrasings/aboutCustomers';
import { aboutFiles } from './phrasings/aboutFiles';
import { aboutInvoices } from './phrasings/aboutInvoices';
import { aboutReferrals } from './phrasings/aboutReferrals';
import { aboutSampleQueries } from './phrasings/aboutSampleQueries';
import { aboutTheBot } from './phrasings/aboutTheBot';
import { aboutWatches } from './phrasings/aboutWatches';

/** What somebody types, the command it means, and the parameters. */
export type Phrasing = readonly [text: string, command: string, parameters?: Readonly<Record<string, unknown>>];

/** The moment that "last month" and the like are read at: a Saturday. */
export const phrasedAt = Date.parse('2026-11-21T09:00:00Z');

/** How people ask, with the reading that they expect. Written from how people write, not from what the grammar takes. */
export const phrasings: readonly Phrasing[] = [
  ...aboutTheBot,
  ...aboutWatches,
  ...aboutCustomers,
  ...aboutInvoices,
  ...aboutReferrals,
  ...aboutFiles,
  ...aboutSampleQueries,
];
