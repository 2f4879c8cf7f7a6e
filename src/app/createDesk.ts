import type { SignIns } from '../bot/signIns';
import type { Command } from '../commands/command';
import { CustomerMemory } from '../commands/customerMemory';
import type { Desk } from '../commands/desk';
import { createLists } from '../commands/lists';
import type { Subjects } from '../commands/subjects';
import type { Identity } from '../identity/identity';
import { newId } from '../lib/ids';
import { Joined } from '../lib/joined';
import type { Account } from './createAccount';
import type { Core } from './createCore';
import type { Watching } from './createWatching';

/** What the desk is made of besides. */
export interface DeskParts {
  identity: Identity;
  signIns: SignIns | null;
  subjects: Subjects<Command>;
  account: Account;
  watching: Watching;
  /** Called when something became owed to Teams. */
  onWork: () => void;
}

/** Makes what commands and card actions work with. */
export function createDesk({ config, store, partnerCenter, clock }: Core, parts: DeskParts): Desk {
  const { identity, signIns, subjects, account, watching, onWork } = parts;
  return {
    store,
    partnerCenter,
    clock,
    customerMemory: new CustomerMemory(clock),
    lists: createLists(clock),
    newId,
    async signOut(person, place) {
      subjects.forget(person.id);
      signIns?.pending.take(person.id);
      return (await identity.signIn?.signOut(person, place)) ?? false;
    },
    creations: new Joined(),
    lookNow: async () => void (await watching.poller.lookNow()),
    wakeDelivery: onWork,
    responseDays: config.responseDays,
    referralLink: config.referralLink,
    watching: {
      ...account.desk,
      looks: () => watching.health(),
      areWebhooksOn: Boolean(config.webhook),
      webhooks: () => watching.webhooks(),
    },
  };
}
