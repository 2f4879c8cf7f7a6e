import type { Clock } from '../lib/clock';
import { SendError } from './sender';

/**
 * Runs `send` and rejects with a temporary SendError when it takes longer than `timeoutMs` or when `giveUp` aborts; `send`
 * sees either as its signal.
 */
export async function sendInTime<T>(
  clock: Clock,
  timeoutMs: number,
  giveUp: AbortSignal,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = new AbortController();
  const tooLate = new AbortController();
  const signal = AbortSignal.any([giveUp, tooLate.signal]);
  const cutOff = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(new SendError('No answer in time', { kind: 'temporary' }));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  const timer = clock.sleep(timeoutMs, ended.signal).then(() => tooLate.abort());
  try {
    return await Promise.race([send(signal), cutOff]);
  } finally {
    ended.abort();
    await timer;
  }
}
