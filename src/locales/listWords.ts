/** The words that every list has. English. */
export const listWords = {
  range: (from: string, to: string, of: string) => `${from}–${to} of ${of}`,
  /** The end of the list has not been read: there may be more, or not. */
  openRange: (from: string, to: string, of: string) => `${from}–${to} of at least ${of}`,
  previous: 'Previous',
  next: 'Next',
  pressLine: 'Press a line to see all of it.',
} as const;
