import type { Role, User } from './users';

/** The partner whose Partner Center this is. */
export const partner = { organizationId: '7d23e5ca-19dc-4eaa-aac8-5e6b559f0d1d', organizationName: 'Contoso Company' };

/** The people of the sandbox, and `service`, which stands for background work. */
export const seededUsers: User[] = [
  person('Megan Bowen', 'meganb', '21', ['referralsAdmin', 'cspAdminAgent']),
  person('Alex Wilber', 'alexw', '22', ['referralsUser']),
  person('Lidia Holloway', 'lidiah', '23', ['cspAdminAgent']),
  person('Diego Siciliani', 'diegos', '24', []),
  person('Isaiah Langer', 'isaiahl', '25', ['referralsAdmin']),
  person('Joni Sherman', 'jonis', '26', ['referralsAdmin', 'cspAdminAgent']),
  person('Pradeep Gupta', 'pradeepg', '27', ['cspHelpdeskAgent']),
  { aadObjectId: 'service', name: 'service', email: '', roles: ['referralsAdmin', 'cspAdminAgent'] },
];

function person(name: string, alias: string, number: string, roles: Role[]): User {
  const aadObjectId = `5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f10${number}`;
  return { aadObjectId, name, email: `${alias}@contoso-partner.example`, roles };
}
