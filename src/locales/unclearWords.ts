/** What is said when a text could mean several things. English. */
export const unclearWords = {
  question: 'I am not sure what you mean. One of these?',
  hint: 'Or type **help** to see everything that works.',
  /** Asked before something is changed that was not typed in so many words. */
  confirm: 'Is this what you want? It changes something, so it is done only when you press it.',
  summary: 'What did you mean?',
  /** Said where a choice no longer leads anywhere. */
  gone: 'That cannot be asked any more. Type **help** to see everything that works.',
} as const;
