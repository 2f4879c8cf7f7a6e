import { grammarFold } from '../../locales/grammarFold';
import type { Token } from './tokens';
import { phrasesOf, type Said } from './vocabulary';

type Reader = (tokens: readonly Token[], at: number) => Said<Readonly<Record<string, unknown>>>[];

const off = phrasesOf(grammarFold.off);

/** Whether bursts are to be folded. */
export const foldFilters = {
  /** `off: true` */
  foldOff: (tokens, at) => off.at(tokens, at).map((said) => ({ ...said, value: { off: true } })),
} satisfies Readonly<Record<string, Reader>>;
