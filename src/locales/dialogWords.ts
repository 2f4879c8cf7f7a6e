/** The words of the dialog that creates a referral from a message. English. */
export const dialogWords = {
  title: 'Create a referral',
  description: 'Opens the form for a new referral, with the message in its notes.',
  dialog: 'New referral',
  /** Below the words of a message. */
  quoted: (author: string, when: string) => (when ? `(${author}, ${when})` : `(${author})`),
  nobody: 'somebody in Teams',
  tooSlow: 'Still working on it: Partner Center is slow.',
  back: 'Back to the form',
  again: 'Try again',
  unknown: 'This action is not known any more. Type **help** to the bot for what works.',
} as const;
