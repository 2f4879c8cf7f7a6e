import type { Owed, OutboxRow } from '../../../src/storage/store';

interface Row extends Owed {
  id: number;
  state: 'owed' | 'done' | 'buried';
  again: number | undefined;
  attempts: number;
  claim: { handle: number; until: number } | undefined;
}

/** What the outbox promises, said in the simplest way: the property test compares the real one with this one. */
export class OutboxModel {
  private readonly rows: Row[] = [];
  private handles = 0;

  owe(owed: Owed): void {
    const known = this.rows.find(
      (row) =>
        row.kind === owed.kind && row.referralId === owed.referralId && row.conversationId === owed.conversationId,
    );
    const fresh = { state: 'owed', again: undefined, attempts: 0, claim: undefined } as const;
    if (!known) this.rows.push({ ...owed, ...fresh, id: this.rows.length });
    else if (owed.kind === 'post') return;
    else if (known.state !== 'owed') Object.assign(known, owed, fresh);
    else if (known.claim) known.again = Math.min(known.again ?? Infinity, owed.dueAt);
    else known.dueAt = Math.min(known.dueAt, owed.dueAt);
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

  finish(handle: number, state: 'done' | 'buried'): boolean {
    return this.end(handle, (row) => {
      if (row.again === undefined) row.state = state;
      else Object.assign(row, { dueAt: row.again, attempts: 0 });
    });
  }

  postpone(handle: number, dueAt: number): boolean {
    return this.end(handle, (row) => {
      row.dueAt = dueAt;
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

  depth(): { owed: number; buried: number; oldestDueAt: number | null } {
    const owed = this.owed();
    const buried = this.rows.filter((row) => row.state === 'buried').length;
    return { owed: owed.length, buried, oldestDueAt: owed.length ? Math.min(...owed.map((row) => row.dueAt)) : null };
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
