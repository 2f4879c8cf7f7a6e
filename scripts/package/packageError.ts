/** The Teams app package cannot be built; `problems` has a sentence for each thing that is wrong. */
export class PackageError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The app package cannot be built:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'PackageError';
  }
}
