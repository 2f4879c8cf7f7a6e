import { randomInt } from 'node:crypto';
import type { Clock } from '../lib/clock';

/** Without letters and digits that look alike. */
const readable = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** How a code looks, in the middle of nothing else. */
export const codePattern = /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/i;

/** How long a code is good for, in ms. */
const keptMs = 5 * 60_000;
/** After so many wrong codes nothing waits for the person any more. */
const mostMistakes = 5;
const mostCodes = 2000;

interface Waiting<T> {
  code: string;
  value: T;
  at: number;
  mistakes: number;
}

/** What waits for a person to bring a code, one thing each: the code is short enough to be typed, and good for that person only. */
export class OneTimeCodes<T> {
  private readonly waiting = new Map<string, Waiting<T>>();

  constructor(private readonly clock: Clock) {}

  /** Gives the code that the value waits for; what waited before is forgotten. */
  issue(personId: string, value: T): string {
    let code = '';
    for (let i = 0; i < 8; i++) code += `${i === 4 ? '-' : ''}${readable[randomInt(readable.length)] ?? ''}`;
    this.waiting.delete(personId);
    this.waiting.set(personId, { code, value, at: this.clock.now(), mistakes: 0 });
    const [oldest] = this.waiting.keys();
    if (this.waiting.size > mostCodes && oldest !== undefined) this.waiting.delete(oldest);
    return code;
  }

  /** The value, once, for the right code by the right person in time. */
  redeem(personId: string, code: string): T | undefined {
    const entry = this.waiting.get(personId);
    if (!entry) return undefined;
    const inTime = this.clock.now() - entry.at < keptMs;
    const isRight = inTime && entry.code === code.trim().toUpperCase();
    entry.mistakes += 1;
    if (isRight || !inTime || entry.mistakes >= mostMistakes) this.waiting.delete(personId);
    return isRight ? entry.value : undefined;
  }

  drop(personId: string): void {
    this.waiting.delete(personId);
  }
}
