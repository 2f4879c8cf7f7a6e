/** What one check came to. */
export interface Finding {
  /** What was looked at, in a word or two. */
  what: string;
  /** `unknown`: it could not be checked here, which is no problem by itself. */
  state: 'ok' | 'problem' | 'unknown';
  /** What was found and, with a problem, what to do; never a secret. */
  text: string;
}

export const ok = (what: string, text: string): Finding => ({ what, state: 'ok', text });
export const problem = (what: string, text: string): Finding => ({ what, state: 'problem', text });
export const unknown = (what: string, text: string): Finding => ({ what, state: 'unknown', text });
