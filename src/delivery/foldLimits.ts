import type { BurstSize } from '../storage/owed';

/**
 * More than 20 cards that wait together are a burst, where a conversation asked for bursts to be folded. A list card shows a
 * page of its referrals at a time; how many it stands for is limited so that its edits stay cheap.
 */
export const burstSize: BurstSize = { above: 20, most: 100 };
