/** Something must be filled in first; nothing was sent. `message` is a sentence for the person. */
export class NeedsInputError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'NeedsInputError';
  }
}
