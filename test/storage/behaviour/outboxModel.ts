import type { Owed, OutboxRow } from '../../../src/storage/owed';

interface Row extends Owed {
  id: number;
  state: 'owed' | 'done' | 'buried' | 'withheld';
  again: number | undefined;
  attempts: number;
  /** It says what it failed with last. */
  failed: boolean;
  claim: { handle: number; until: number } | undefined;
}

/** What a row begins with whenever it becomes owed. */
const fresh = { state: 'owed', again: undefined, attempts: 0, failed: false, claim: undefined } as const;

/** What the outbox promises, said in the simplest way: the property test compares the real one with this one. */
export class OutboxModel {
  private readonly rows: Row[] = [];
  private handles = 0;

  owe(owed: Owed): void {
    const known = this.find(owed);
    if (!known) this.rows.push({ ...owed, ...fresh, id: this.rows.length });
    else if (owed.kind === 'post') return;
    else if (known.state !== 'owed') Object.assign(known, owed, fresh);
    else if (known.claim) known.again = Math.min(known.again ?? Infinity, owed.dueAt);
    else known.dueAt = Math.min(known.dueAt, owed.dueAt);
  }

  /** How many became owed. (There are no cards here.) */
  oweAsked(owed: Owed): number {
    const post = { ...owed, kind: 'post' } as const;
    const known = this.find(post);
    if (known?.state === 'owed') return 0;
    if (known) Object.assign(known, post, fresh);
    else this.owe(post);
    return 1;
  }

  oweWithheld(referralId: string, now: number): number {
    const posts = this.rows.filter((row) => row.kind === 'post' && row.referralId === referralId);
    const withheld = posts.filter((row) => row.state === 'withheld');
    const claimed = posts.filter((row) => row.state === 'owed' && row.claim);
    for (const row of withheld) Object.assign(row, { ...fresh, dueAt: now });
    for (const row of claimed) row.again = now;
    return withheld.length + claimed.length;
  }

  /** The row that must be claimed, and the handle of the claim. */
  claim(now: number, leaseMs: number, except: readonly string[]): { row: Row; handle: number } | undefined {
    const blocked = this.owed().filter((row) => row.claim && row.claim.until > now);
    const closed = new Set([...except, ...blocked.map((row) => row.conversationId)]);
    const [row] = this.owed()
      .filter((candidate) => candidate.dueAt <= now && !closed.has(candidate.conversationId))
      .toSorted((a, b) => a.position - b.position || a.id - b.id);
    if (!row) return undefined;
    const handle = ++this.handles;
    Object.assign(row, { attempts: row.attempts + 1, claim: { handle, until: now + leaseMs }, again: undefined });
    return { row, handle };
  }

  finish(handle: number, state: 'done' | 'buried' | 'withheld'): boolean {
    return this.end(handle, (row) => {
      row.failed = state === 'buried';
      if (row.again === undefined || (row.kind === 'post' && state !== 'withheld')) row.state = state;
      else Object.assign(row, { dueAt: row.again, attempts: 0 });
    });
  }

  postpone(handle: number, dueAt: number): boolean {
    return this.end(handle, (row) => {
      Object.assign(row, { dueAt, failed: true });
    });
  }

  release(handle: number): void {
    this.end(handle, (row) => {
      row.attempts -= 1;
    });
  }

  nextDueAt(): number | undefined {
    const times = this.owed().map((row) => {
      const claims = this.owed().filter((other) => other.conversationId === row.conversationId);
      return Math.max(row.dueAt, ...claims.map((other) => other.claim?.until ?? 0));
    });
    return times.length ? Math.min(...times) : undefined;
  }

  depth(): { owed: number; retrying: number; buried: number; oldestDueAt: number | null } {
    const owed = this.owed();
    const buried = this.rows.filter((row) => row.state === 'buried').length;
    const oldestDueAt = owed.length ? Math.min(...owed.map((row) => row.dueAt)) : null;
    return { owed: owed.length, retrying: owed.filter((row) => row.failed).length, buried, oldestDueAt };
  }

  private find({ kind, referralId, conversationId }: Owed): Row | undefined {
    return this.rows.find(
      (row) => row.kind === kind && row.referralId === referralId && row.conversationId === conversationId,
    );
  }

  private owed(): Row[] {
    return this.rows.filter((row) => row.state === 'owed');
  }

  private end(handle: number, change: (row: Row) => void): boolean {
    const row = this.owed().find((candidate) => candidate.claim?.handle === handle);
    if (!row) return false;
    change(row);
    Object.assign(row, { claim: undefined, again: undefined });
    return true;
  }
}

/** What both must agree on about a claimed row. */
export const seen = (row: Row | OutboxRow | undefined) =>
  row && {
    kind: row.kind,
    referral: row.referralId,
    conversation: row.conversationId,
    due: row.dueAt,
    attempts: row.attempts,
  };
