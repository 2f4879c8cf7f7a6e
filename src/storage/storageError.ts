/** The database cannot be used and a person must act; the message is the sentence that says what to do, without any credential. */
export class StorageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
  }
}
