import type { Desk } from './desk';
import type { Person } from './turn';

/** Whether a person is one of `ADMIN_IDS`; with sandbox identities everybody is, unless some are named. */
export const isAdministrator = ({ id }: Person, { adminIds }: Pick<Desk, 'adminIds'>): boolean =>
  adminIds === null || adminIds.includes(id.toLowerCase());
