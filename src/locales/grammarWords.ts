/** The words of the chat grammar that are not part of a command's own phrases. English. */
export const grammarWords = {
  /** Said before a command without meaning anything to us. */
  politeness: [
    'please',
    'can you',
    'could you',
    'would you',
    'show me',
    'show',
    'give me',
    'get me',
    'get',
    'list',
    'what are',
    'hi',
    'hello',
    'hey',
    'the',
    'all',
    'me',
  ],
  /** Said after a command without meaning anything to us. */
  afterthoughts: ['please', 'thanks', 'thank you', 'now'],
  /** Each word with the other ways to write it. */
  synonyms: {
    subscriptions: ['subscription', 'subs', 'sub', 'licences', 'licenses'],
    for: ['of', 'from', 'at'],
    help: ['commands', '?'],
  },
} as const;
