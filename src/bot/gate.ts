import { denial, type Need, type PermissionRules } from '../commands/permission';
import { denialSentence } from '../commands/denialSentence';
import type { Turn } from '../commands/turn';
import type { Identity } from '../identity/identity';
import type { Clock } from '../lib/clock';
import type { Metrics } from '../lib/metrics';
import type { Store } from '../storage/store';
import type { TeamsActivity } from './activity';
import type { StandingOf } from './standing';

/** What somebody wants to do. */
export interface Asked {
  door: 'command' | 'press';
  /** A command's name or a button's verb. */
  action: string;
  need: Need;
  /** The id of what it is about, where that is known. */
  subject?: string | undefined;
}

/** The one place that every command and press passes through before anything is done for a person. */
export interface Gate {
  /** Why it is denied, in a sentence for that person; undefined means that it may be done. A denial is written down and counted. */
  refusal(activity: TeamsActivity, turn: Turn, asked: Asked): Promise<string | undefined>;
}

interface GateDeps {
  rules: PermissionRules;
  standingOf: StandingOf;
  identity: Identity;
  store: Store;
  clock: Clock;
  metrics: Metrics;
}

/** So many names of allowed channels are told. */
const placesNamed = 3;

/** Makes the gate. */
export function createGate({ rules, standingOf, identity, store, clock, metrics }: GateDeps): Gate {
  const placeNames = async (): Promise<string[]> => {
    const found = await Promise.all((rules.allowedChannels ?? []).map((id) => store.conversations.find(id)));
    return found.flatMap((place) => (place?.name ? [`**${place.name}**`] : [])).slice(0, placesNamed);
  };
  return {
    async refusal(activity, turn, { door, action, need, subject }) {
      const { person, conversation, referenceId } = turn;
      const groups = () => identity.groups(person.id);
      const asker = { id: person.id, standing: await standingOf(activity), groups };
      const reason = await denial(rules, asker, conversation, need);
      if (reason === undefined) return undefined;
      turn.log.warn({ action, reason }, 'denied');
      metrics.refused(door, reason);
      await store.audit.append({
        at: clock.now(),
        actorId: person.id,
        actorName: person.name,
        action,
        subject: subject ?? null,
        conversationId: conversation.id,
        before: null,
        after: { reason },
        outcome: 'denied',
        referenceId,
        requestIds: [],
      });
      return denialSentence(reason, reason === 'place' ? await placeNames() : [], referenceId);
    },
  };
}
