import type { Clock } from '../lib/clock';

/** How long what is being sent may still take when the process is asked to end, in ms: it has ten seconds for everything. */
const patienceMs = 8_000;

/** Until when somebody waits for what is in hand. */
export interface LastPatience {
  /** Aborts when what is not sent by then is to be handed back. */
  giveUp: AbortSignal;
  /** Nothing is in hand any more. */
  end: () => void;
}

/** Waits eight seconds longer than `signal`: what Teams is taking at that moment would be sent once more by another process. */
export function lastPatience(signal: AbortSignal, clock: Clock): LastPatience {
  const giveUp = new AbortController();
  const ended = new AbortController();
  const begin = (): void => {
    void clock.sleep(patienceMs, ended.signal).then(() => giveUp.abort());
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true, signal: ended.signal });
  return { giveUp: giveUp.signal, end: () => ended.abort() };
}
