import { seededUsers } from './seededUsers';

/** Partner Center roles that the sandbox knows; a user may hold several. */
export const roles = ['referralsAdmin', 'referralsUser', 'cspAdminAgent', 'cspHelpdeskAgent'] as const;

export type Role = (typeof roles)[number];

export interface User {
  aadObjectId: string;
  name: string;
  email: string;
  roles: Role[];
}

/** Who a token stands for. */
export type Caller = User;

/** Who is known to the partner's tenant. */
export class Users {
  private readonly byId = new Map<string, User>(seededUsers.map((user) => [user.aadObjectId, user]));

  /** Adds a user or replaces the one with that aadObjectId. */
  put(user: User): void {
    this.byId.set(user.aadObjectId, structuredClone(user));
  }

  /** The user behind an aadObjectId; somebody unknown is a user without roles. */
  get(aadObjectId: string): User {
    return this.byId.get(aadObjectId) ?? { aadObjectId, name: aadObjectId, email: '', roles: [] };
  }
}
