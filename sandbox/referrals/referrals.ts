import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock';
import { mergeDeep, type JsonObject } from '../json';
import { partner } from '../users/seededUsers';
import { ETags } from './eTags';
import { deadline } from './expiry';
import { compare, type HistoryEntry } from './history';
import type { ReferralResource } from './referralResource';
import { Timestamps, toTimestamp } from './timestamps';

const microsoft = { organizationId: 'msft', organizationName: 'Microsoft' };

interface ReferralRecord {
  resource: ReferralResource;
  eTag: string;
  history: HistoryEntry[];
}

/** Every referral of the sandbox. Whatever looks at them first lets the overdue ones expire. */
export class Referrals {
  private readonly records = new Map<string, ReferralRecord>();
  private readonly eTags = new ETags();
  private readonly timestamps: Timestamps;

  /** `believable` invents the next incoming referral, created at the given timestamp. */
  constructor(
    private readonly clock: SandboxClock,
    private readonly believable: (createdDateTime: string) => ReferralResource,
    private readonly onChange: (what: 'created' | 'updated', referral: ReferralResource) => void = () => undefined,
  ) {
    this.timestamps = new Timestamps(() => clock.now());
  }

  all(): ReferralResource[] {
    this.expireOverdue();
    return [...this.records.values()].map((record) => record.resource);
  }

  find(id: string): ReferralResource | undefined {
    this.expireOverdue();
    return this.records.get(id)?.resource;
  }

  /** The current eTag, quotes included, also where the resource (like the documented list sample) does not show it. */
  eTagOf(id: string): string {
    return this.record(id).eTag;
  }

  /** Who changed what, oldest first. Throws when there is no such referral. */
  history(id: string): HistoryEntry[] {
    this.expireOverdue();
    return structuredClone(this.record(id).history);
  }

  /** Takes a referral exactly as it is; nothing is added to it. */
  put(resource: ReferralResource, how: HistoryEntry['how'] = 'arrived', by = 'Partner Center'): void {
    const eTag = typeof resource.eTag === 'string' ? resource.eTag : this.eTags.next(this.clock.now());
    const history: HistoryEntry[] = [{ at: resource.createdDateTime, by, how, changes: [] }];
    this.records.set(resource.id, { resource: structuredClone(resource), eTag, history });
    this.onChange('created', resource);
  }

  /** Takes a referral and gives it an eTag. */
  add(resource: ReferralResource): void {
    this.put({ ...resource, eTag: this.eTags.next(Date.parse(resource.updatedDateTime)) });
  }

  /** New incoming referrals: believable ones with `partial` laid over each (`undefined` removes), all at this moment. */
  arrive(partial: JsonObject = {}, count = 1): ReferralResource[] {
    return Array.from({ length: count }, () => {
      const arrived = mergeDeep(this.believable(this.timestamps.next()), partial) as ReferralResource;
      this.add(arrived);
      return structuredClone(this.record(arrived.id).resource);
    });
  }

  /**
   * Somebody shares a deal with Microsoft in the portal: the partner's own, with `partial` laid over it, which is accepted from
   * the start, and Microsoft's connected one, which waits for Microsoft.
   */
  share(
    partial: JsonObject = {},
    by = 'Partner Center portal',
  ): { own: ReferralResource; microsofts: ReferralResource } {
    const { eTag: _eTag, acceptedDateTime: _accepted, ...believable } = this.believable(this.timestamps.next());
    const id = randomUUID();
    const shared = {
      externalReferenceId: null,
      expirationDateTime: null,
      type: 'Shared',
      qualification: 'SalesQualified',
      direction: 'Outgoing',
      inviteContext: { notes: '', assistanceRequestCode: 'WorkloadSpecificValueProposition', invitedBy: partner },
      engagementId: randomUUID(),
    };
    const own = this.create(mergeDeep({ ...believable, ...shared, id }, partial) as ReferralResource, by);
    const copy = { ...own, ...microsoft, id: randomUUID(), externalReferenceId: null };
    const target = [{ type: 'BusinessProfileLocation', id: microsoft.organizationId }];
    return { own: structuredClone(own), microsofts: structuredClone(this.create({ ...copy, target }, by, 'waiting')) };
  }

  /** Adds a referral that somebody made through the API; it gets its times, its status and its eTag here. */
  create(
    resource: JsonObject & { id: string; engagementId: string },
    by: string,
    state: 'accepted' | 'waiting' = 'accepted',
  ): ReferralResource {
    const now = this.timestamps.next();
    const status =
      state === 'accepted'
        ? { status: 'Active', substatus: 'Accepted', acceptedDateTime: now }
        : { status: 'New', substatus: 'Pending', acceptedDateTime: null };
    const eTag = this.eTags.next(this.clock.now());
    this.put({ ...resource, ...status, createdDateTime: now, updatedDateTime: now, eTag }, 'created', by);
    return this.record(resource.id).resource;
  }

  /** One change: new eTag, new updatedDateTime, a line of history. */
  change(
    id: string,
    how: HistoryEntry['how'],
    by: string,
    edit: (draft: ReferralResource) => ReferralResource,
  ): ReferralResource {
    this.expireOverdue();
    return this.apply(this.record(id), how, by, this.timestamps.next(), edit);
  }

  /** Somebody changes the referral in the Partner Center portal: nothing is checked, `changes` are merged. */
  changeInPortal(id: string, changes: JsonObject, by = 'Partner Center portal'): ReferralResource {
    return structuredClone(this.change(id, 'portal', by, (draft) => mergeDeep(draft, changes) as ReferralResource));
  }

  private apply(
    record: ReferralRecord,
    how: HistoryEntry['how'],
    by: string,
    at: string,
    edit: (draft: ReferralResource) => ReferralResource,
  ): ReferralResource {
    const before = record.resource;
    const edited = edit(structuredClone(before));
    const closed = edited.status === 'Closed' && before.status !== 'Closed' ? { closedDateTime: at } : {};
    const accepted = edited.status === 'Active' && before.status === 'New' ? { acceptedDateTime: at } : {};
    record.eTag = this.eTags.next(this.clock.now());
    record.resource = { ...edited, ...accepted, ...closed, updatedDateTime: at, eTag: record.eTag };
    record.history.push({ at, by, how, changes: compare(before, edited) });
    this.onChange('updated', record.resource);
    return record.resource;
  }

  private expireOverdue(): void {
    const now = this.clock.now();
    for (const record of this.records.values()) {
      const due = deadline(record.resource);
      if (due === undefined || due > now) continue;
      this.apply(record, 'expired', 'Partner Center', toTimestamp(due), (draft) => ({
        ...draft,
        status: 'Closed',
        substatus: 'Expired',
      }));
    }
  }

  private record(id: string): ReferralRecord {
    const record = this.records.get(id);
    if (!record) throw new Error(`There is no referral ${id}`);
    return record;
  }
}
