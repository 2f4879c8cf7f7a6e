/** Why an account cannot be used any more: what a person has to do follows from it. */
export type AccountEnd =
  /** Its sessions were revoked, or it was disabled or deleted. */
  | 'revoked'
  /** Its password was changed or has expired. */
  | 'password'
  /** A sign-in with multi-factor authentication is wanted, or one that a policy asks for. */
  | 'mfa'
  /** It was not used for too long. */
  | 'idle'
  /** The app's consent was withdrawn. */
  | 'consent'
  /** Anything else that only a new sign-in solves. */
  | 'refused';

/** The account that an administrator connected. Times are ms since the epoch, UTC. */
export interface ServiceAccount {
  /** Another one with every `connect`. */
  connectionId: string;
  /** Entra object id and sign-in name of the account itself. */
  accountId: string;
  accountName: string;
  /** Entra object id and name of the administrator. */
  connectedById: string;
  connectedByName: string;
  connectedAt: number;
  /** When Entra last gave it tokens. */
  refreshedAt: number;
  /** Since when it cannot be used any more, and why; null while it can. */
  endedAt: number | null;
  endedWhy: AccountEnd | null;
  /** Entra's code, for example `AADSTS50173`; null where it gave none. */
  endedCode: string | null;
}

/** The connected account, without its secrets. There is one, or none. */
export interface ServiceAccounts {
  find(): Promise<ServiceAccount | undefined>;
  /** Inserts, or takes the place of the one that was there. */
  save(account: ServiceAccount): Promise<void>;
  /** Notes that Entra gave that connection tokens. */
  refreshed(connectionId: string, at: number): Promise<void>;
  /** Notes its end; true for exactly one caller per connection: that one tells people. */
  end(connectionId: string, at: number, why: AccountEnd, code: string | null): Promise<boolean>;
  /** Removes it, and gives what was removed. */
  remove(): Promise<ServiceAccount | undefined>;
}
