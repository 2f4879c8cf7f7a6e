import { denial, type Right, type PermissionRules, type Standing } from '../commands/permission';
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
  door: 'command' | 'press' | 'search';
  /** A command's name, a button's verb or a search's id. */
  action: string;
  right: Right;
  /** The id of what it is about, where that is known. */
  subject?: string | undefined;
}

/** The one place that every command, press and search passes through before anything is done for a person. */
export interface Gate {
  /** Why it is denied, in a sentence for that person; undefined means that it may be done. A denial is written down and counted. */
  refusal(activity: TeamsActivity, turn: Turn, asked: Asked): Promise<string | undefined>;
  /** Whether a person has a right; that they have not is written down when they use it. */
  allows(activity: TeamsActivity, turn: Turn, right: Right): Promise<boolean>;
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
  /** Teams tells members only to bots that are in the conversation; elsewhere the person's own token has to do. */
  const standingIn = async (activity: TeamsActivity, conversationId: string): Promise<Standing> => {
    const standing = await standingOf(activity);
    if (standing !== 'unknown') return standing;
    return (await store.conversations.find(conversationId)) ? 'unknown' : 'member';
  };
  const reasonFor = async (activity: TeamsActivity, { person, conversation }: Turn, right: Right) => {
    const groups = () => identity.groups(person.id);
    const asker = { id: person.id, standing: await standingIn(activity, conversation.id), groups };
    return denial(rules, asker, conversation, right);
  };
  return {
    allows: async (activity, turn, right) => (await reasonFor(activity, turn, right)) === undefined,
    async refusal(activity, turn, { door, action, right, subject }) {
      const { person, conversation, referenceId } = turn;
      const reason = await reasonFor(activity, turn, right);
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
