import type { TestDesk } from '../../support/desk';
import type { Place } from '../../support/fakeTeams';

/** A personal chat, in which the newest card is the one that is pressed. */
export interface Conversation {
  chat: Place;
  activityId: () => string;
  /** Types, and gives the card that answers; a sentence in place of it is an error. */
  ask: (text: string) => Promise<object>;
  /** Presses the button with that verb whose data is most like this one, with this data, and gives what takes its place. */
  press: (verb: string, data?: Record<string, string | number>) => Promise<object>;
}

/** Begins one. */
export function conversation(desk: TestDesk, by = desk.megan): Conversation {
  const chat = desk.teams.places.addPersonalChat(by);
  let card: object = {};
  let activity = '';
  return {
    chat,
    activityId: () => activity,
    async ask(text) {
      await desk.teams.say({ by, in: chat }, text);
      const newest = desk.teams.cards(chat.id).at(-1);
      if (!newest) throw new Error(desk.teams.posts.texts(chat.id).join('\n'));
      activity = newest.activityId;
      return (card = newest.card);
    },
    async press(verb, data = {}) {
      const likeness = ({ data: own = {} }: Button) =>
        Object.entries(data).filter(([name, value]) => own[name] === value).length;
      const [button] = buttonsOf(card)
        .filter((candidate) => candidate.verb === verb)
        .toSorted((a, b) => likeness(b) - likeness(a));
      if (!button) throw new Error(`There is no ${verb} on ${JSON.stringify(card)}`);
      const answer = await desk.teams.press({ by, in: chat }, activity, verb, data, button.data ?? {});
      const value = answer.body?.value;
      if (typeof value !== 'object' || value === null) throw new Error(String(value));
      return (card = value);
    },
  };
}

interface Button {
  verb?: string;
  data?: Record<string, unknown>;
}

/** Every Action.Execute of a card, those of lines and of folded parts included. */
function buttonsOf(node: unknown): Button[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && node.type === 'Action.Execute' ? [node as Button] : [];
  return [...own, ...Object.values(node).flatMap(buttonsOf)];
}
