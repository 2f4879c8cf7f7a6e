import type { Clock } from '../lib/clock';
import type { Parameters } from './grammar/filters';
import type { Sayable } from './grammar/saying';

/** What was talked about last. */
export interface Subject<C extends Sayable> {
  command: C;
  parameters: Parameters;
  /** The customer who was last named, in this question or in one before it. */
  customer: string | undefined;
}

/** How long a subject is kept after it was last talked about, in ms. */
const keptMs = 10 * 60_000;
const mostSubjects = 1000;

/** What each person talked about last in each conversation; the longest untouched is forgotten first. */
export class Subjects<C extends Sayable> {
  private readonly kept = new Map<string, { subject: Subject<C>; at: number }>();

  constructor(private readonly clock: Clock) {}

  /** The subject of a person in a conversation, unless it is too long ago. */
  recall(personId: string, conversationId: string): Subject<C> | undefined {
    const entry = this.kept.get(keyOf(personId, conversationId));
    return entry && this.clock.now() - entry.at < keptMs ? entry.subject : undefined;
  }

  /** Remembers what was asked. */
  keep(personId: string, conversationId: string, command: C, parameters: Parameters): void {
    const customer = nameIn(parameters) ?? this.recall(personId, conversationId)?.customer;
    this.put(personId, conversationId, { command, parameters, customer });
  }

  /** A customer was chosen on a card: that one is meant from now on. */
  choose(personId: string, conversationId: string, customer: string): void {
    const subject = this.recall(personId, conversationId);
    if (!subject) return;
    const parameters = nameIn(subject.parameters) ? { ...subject.parameters, customer } : subject.parameters;
    this.put(personId, conversationId, { ...subject, parameters, customer });
  }

  /** Forgets what a person talked about, wherever that was. */
  forget(personId: string): void {
    for (const key of this.kept.keys()) if (key.startsWith(keyOf(personId, ''))) this.kept.delete(key);
  }

  private put(personId: string, conversationId: string, subject: Subject<C>): void {
    const key = keyOf(personId, conversationId);
    this.kept.delete(key);
    this.kept.set(key, { subject, at: this.clock.now() });
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostSubjects && oldest !== undefined) this.kept.delete(oldest);
  }
}

const keyOf = (personId: string, conversationId: string): string => `${personId} ${conversationId}`;

const nameIn = ({ customer }: Parameters): string | undefined => (typeof customer === 'string' ? customer : undefined);
