import type { EntraCode } from './entraError';

/** Something that goes wrong with the calls that match. */
export interface EntraFault {
  /** Part of the path without its query, for example `/oauth2/v2.0/token`; any when left out. */
  path?: string;
  /** `grant_type` of a token call: the short name, for example `refresh_token`. */
  grant?: string;
  /** How many calls it hits; all until `end` when left out. */
  times?: number;
  /** Never answers. */
  hang?: true;
  /** Refuses with this AADSTS code. */
  code?: EntraCode;
  status?: number;
  retryAfterSeconds?: number;
  /** Sent as it is, as JSON by its content type. */
  body?: string;
  headers?: Record<string, string>;
}

/** A fault that is on. */
export interface ActiveEntraFault extends EntraFault {
  hits: number;
  end(): void;
}

/** The faults that are on. */
export class EntraFaults {
  private active: ActiveEntraFault[] = [];

  add(fault: EntraFault): ActiveEntraFault {
    const added: ActiveEntraFault = {
      ...fault,
      hits: 0,
      end: () => void (this.active = this.active.filter((one) => one !== added)),
    };
    this.active.push(added);
    return added;
  }

  /** The oldest fault that this call meets. */
  take(path: string, grant: string | undefined): ActiveEntraFault | undefined {
    const hit = this.active.find(
      (fault) =>
        path.includes(fault.path ?? '') &&
        (fault.grant ?? grant) === grant &&
        fault.hits < (fault.times ?? Number.POSITIVE_INFINITY),
    );
    if (hit) hit.hits++;
    return hit;
  }
}
