/** What is said when a text could mean several things. English. */
export const unclearWords = {
  question: 'I am not sure what you mean. One of these?',
  hint: 'Or type **help** to see everything that works.',
  summary: 'What did you mean?',
  /** Said where a choice no longer leads anywhere. */
  gone: 'That cannot be asked any more. Type **help** to see everything that works.',
} as const;
