import { startChild, type Child, type ChildCommand } from './child';

/** Processes that belong together: they are stopped together, and one that ends by itself is reported. */
export class Children {
  private readonly all: Child[] = [];
  private report: (sentence: string) => void = () => undefined;

  /** Resolves when the first of them ends, with a sentence that says which and how. */
  readonly firstEnd = new Promise<string>((resolve) => {
    this.report = resolve;
  });

  start(command: ChildCommand): Child {
    const child = startChild(command);
    this.all.push(child);
    void child.ended.then(this.report);
    return child;
  }

  /** Resolves when none of them is left. */
  async stop(): Promise<void> {
    await Promise.all(this.all.map((child) => child.stop()));
  }
}
