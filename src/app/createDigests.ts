import { digestCard } from '../cards/digestCard';
import { isAllowedPlace } from '../commands/permission';
import type { Config } from '../config';
import { createDigestDelivery, type DigestDeliveryDeps } from '../delivery/digestDelivery';
import type { Work } from '../watch/leadership';

/** Makes what posts digests, in the language and time zone of each conversation. */
export function createDigests(
  config: Config,
  parts: Omit<DigestDeliveryDeps, 'render' | 'isAllowed' | 'responseDays'>,
): Work {
  const { responseDays } = config;
  return createDigestDelivery({
    ...parts,
    responseDays,
    isAllowed: (conversation) => isAllowedPlace(config, conversation),
    render: (digest, { weekday }, { locale, timeZone }) =>
      digestCard({
        digest,
        isWeekly: weekday !== null,
        responseDays,
        locale: locale ?? 'en-US',
        timeZone: timeZone ?? undefined,
      }),
  });
}
