import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What became of a shared referral at the other organization, and where a draft was confirmed. */
export const connectedReferrals: Migration = {
  async up(db: Kysely<{ ledger: Row }>) {
    await db.schema.alterTable('ledger').addColumn('engagementId', 'text').execute();
    await db.schema.alterTable('ledger').addColumn('connected', 'text').execute();
    await db.schema.createIndex('ledger_by_engagement').on('ledger').column('engagementId').execute();
    await db.schema.alterTable('drafts').addColumn('conversationId', 'text').execute();
    await keepEngagements(db);
  },
};

interface Row {
  referralId: string;
  referral: string;
  engagementId: string | null;
}

/** Only what was created here is in the ledger and outgoing. */
async function keepEngagements(db: Kysely<{ ledger: Row }>): Promise<void> {
  const rows = await db
    .selectFrom('ledger')
    .select(['referralId', 'referral'])
    .where('referral', 'like', '%"direction":"Outgoing"%')
    .execute();
  for (const { referralId, referral } of rows) {
    const { engagementId } = JSON.parse(referral) as { engagementId?: unknown };
    if (typeof engagementId !== 'string') continue;
    await db.updateTable('ledger').set({ engagementId }).where('referralId', '=', referralId).execute();
  }
}
