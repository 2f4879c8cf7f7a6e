import { createReminders } from '../bot/reminders';
import { foldedCard } from '../cards/foldedCard';
import { newsCard } from '../cards/newsCard';
import { referralMessage } from '../cards/referralMessage';
import { isAllowedPlace } from '../commands/permission';
import { createDispatcher, type Dispatcher } from '../delivery/dispatcher';
import { startSendSync } from '../delivery/sendSync';
import type { Identity } from '../identity/identity';
import { mayShow } from '../watch/mayShow';
import { mayShowNews } from '../watch/mayShowNews';
import type { Core } from './createCore';

/** Makes what pays what is owed to Teams, with its limits as if this process had sent everything of the past hour. */
export async function createDelivery(core: Core, identity: Identity): Promise<Dispatcher> {
  const { config, store, lock, partnerCenter, connector, clock, log } = core;
  const { responseDays } = config;
  const sync = await startSendSync({ ...core, isSole: lock.isSole });
  return createDispatcher({
    ...core,
    sync,
    render: (entry, conversation) => referralMessage(entry, conversation, clock.now(), config),
    renderList: (referrals, conversation) => foldedCard({ referrals, now: clock.now(), responseDays }, conversation),
    mayShow: async (entry, conversation) =>
      isAllowedPlace(config, conversation) &&
      mayShow(entry.referralId, conversation, { store, partnerCenter, identity }),
    news: {
      render: (entry, { locale, timeZone }) =>
        newsCard({ ...entry, now: clock.now(), locale: locale ?? 'en-US', timeZone: timeZone ?? undefined }),
      mayShow: async (entry, conversation, signal) =>
        isAllowedPlace(config, conversation) &&
        mayShowNews(entry, conversation, { store, partnerCenter, identity }, { signal }),
    },
    reminders: createReminders({ store, partnerCenter, tokens: identity.service, connector, clock, log, responseDays }),
  });
}
