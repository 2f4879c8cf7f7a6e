import type { Leadership } from './leadership';

/** The lead of a process that has its database for itself. */
export const soleLeadership: Leadership = {
  isLeader: () => true,
  fenced: (store) => store,
  async lead(work, signal) {
    await Promise.all(work.map((part) => part.run(signal)));
  },
};
