import { createApp, createPeople, type EntraApp, type EntraUser } from './directory';
import { EntraError } from './entraError';
import { EntraFaults } from './faults';
import { createLifetimes, Grants } from './grants';
import { Policies, type Session } from './policies';
import { SigningKeys } from './signingKeys';

/** A call that reached it. */
export interface EntraCall {
  method: string;
  /** Without the query. */
  path: string;
  /** `grant_type` of a token call, the short name; `on_behalf_of` for jwt-bearer. */
  grant: string | undefined;
  clientId: string | undefined;
  scope: string | undefined;
  /** Whose tokens came of it. */
  oid: string | undefined;
  /** The AADSTS number, when it was refused. */
  code: number | undefined;
  status: number | undefined;
}

/** A managed identity of the machine; the system-assigned one has no client id. */
export interface ManagedIdentity {
  clientId: string | undefined;
  principalId: string;
}

/** Everything that the local Entra knows; a test may change any of it. */
export class EntraState {
  readonly lifetimes = createLifetimes();
  readonly policies = new Policies();
  readonly faults = new EntraFaults();
  readonly people = createPeople();
  readonly users: EntraUser[] = Object.values(this.people);
  readonly apps: EntraApp[] = [];
  readonly managedIdentities: ManagedIdentity[] = [];
  readonly calls: EntraCall[] = [];
  /** Every access, id and refresh token that the token endpoint gave. */
  readonly issued: string[] = [];
  readonly grants: Grants;
  /** How people signed in, by the `uti` of the tokens that came of it. */
  readonly sessions = new Map<string, Session>();
  /** `https://localhost:<port>` */
  host = '';

  constructor(
    readonly now: () => number,
    readonly keys: SigningKeys,
  ) {
    this.grants = new Grants(now, this.lifetimes);
  }

  addApp(facts: Parameters<typeof createApp>[0]): EntraApp {
    const app = createApp(facts);
    this.apps.push(app);
    return app;
  }

  issuer(tid: string): string {
    return `${this.host}/${tid}/v2.0`;
  }

  app(clientId: string | null): EntraApp {
    const app = this.apps.find((one) => one.clientId === clientId);
    if (!app) throw new EntraError(clientId ? 700016 : 90014);
    return app;
  }

  user(oid: string): EntraUser {
    const user = this.users.find((one) => one.oid === oid);
    if (!user) throw new EntraError(50034);
    return user;
  }
}
