import type { Store } from '../../../src/storage/store';

/** What was asked of Partner Center and of databases, which answer in real time: the clock waits for it. */
export class Asked {
  private open = 0;

  isAnswered(): boolean {
    return this.open === 0;
  }

  async during<T>(ask: () => Promise<T>): Promise<T> {
    this.open++;
    try {
      return await ask();
    } finally {
      this.open--;
    }
  }

  /** The same store, with all that is asked of it noted. */
  watching(store: Store): Store {
    const asked = <T extends object>(part: T): T =>
      new Proxy(part, {
        get: (target, name, receiver) => {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member === 'function')
            return (...args: unknown[]) =>
              this.during(async (): Promise<unknown> => Reflect.apply(member, target, args));
          return member !== null && typeof member === 'object' ? asked(member) : member;
        },
      });
    return asked(store);
  }
}
