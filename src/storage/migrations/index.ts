import type { Migration } from 'kysely/migration';
import { audit } from './audit';
import { connectedReferrals } from './connectedReferrals';
import { digests } from './digests';
import { drafts } from './drafts';
import { events } from './events';
import { files } from './files';
import { firstTables } from './firstTables';
import { folding } from './folding';
import { leases } from './leases';
import { news } from './news';
import { outboxLanes } from './outboxLanes';
import { quietHours } from './quietHours';
import { secrets } from './secrets';
import { sends } from './sends';
import { takenActivities } from './takenActivities';
import { timeZones } from './timeZones';
import { warnings } from './warnings';
import { watchConditions } from './watchConditions';

/** Every step from an empty database to the present schema, by name; run in the order of the names, never changed later, only added to. */
export const migrations: Record<string, Migration> = {
  '2026-11-21-first-tables': firstTables,
  '2026-11-22-time-zones': timeZones,
  '2026-11-22-warnings': warnings,
  '2026-11-22-audit': audit,
  '2026-11-22-drafts': drafts,
  '2026-11-22-files': files,
  '2026-11-22-secrets': secrets,
  '2026-11-22-leases': leases,
  '2026-11-23-sends': sends,
  '2026-11-23-watch-conditions': watchConditions,
  '2026-11-23-webhook-events': events,
  '2026-11-24-quiet-hours': quietHours,
  '2026-11-24-scheduled-digests': digests,
  '2026-11-24-taken-activities': takenActivities,
  '2026-11-25-outbox-lanes': outboxLanes,
  '2026-11-27-news': news,
  '2026-11-28-posts-folded': folding,
  '2026-11-29-connected-referrals': connectedReferrals,
};
