/** How it is said that bursts are not to be folded. English. */
export const grammarFold = {
  off: [
    ['off', 'never', 'none', 'no more', 'not', 'stop', 'end', 'cancel', 'no', 'turn off', 'remove', 'disable'],
    ['do not', "don't", 'dont', 'never again', 'not any more', 'no longer'],
  ].flat(),
  /** The plain way. */
  plain: 'off',
} as const;
