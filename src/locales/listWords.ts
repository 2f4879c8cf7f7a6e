/** The words that every list has. English. */
export const listWords = {
  range: (from: string, to: string, of: string) => `${from}–${to} of ${of}`,
  /** The end of the list has not been read yet. */
  openRange: (from: string, to: string, of: string) => `${from}–${to} of more than ${of}`,
  previous: 'Previous',
  next: 'Next',
  pressLine: 'Press a line to see all of it.',
} as const;
