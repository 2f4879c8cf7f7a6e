import { randomUUID } from 'node:crypto';

/** The company whose tenant the tests live in. */
export const homeTenant = '3d2f1c4b-7a90-4d15-8e2b-5f6a7b8c9d01';
/** Another company. */
export const foreignTenant = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';

/** Who can sign in; a test changes the fields to make something happen to that person. */
export interface EntraUser {
  oid: string;
  upn: string;
  name: string;
  tid: string;
  /** App roles, in the tokens as `roles`. */
  roles: string[];
  /** `none`: signs in with a password alone. `enrolled`: uses a second factor wherever a page is shown. */
  mfa: 'enrolled' | 'none';
  disabled: boolean;
  /** ms since the epoch; grants from before are dead. */
  passwordChangedAt: number;
}

/** An app registration. */
export interface EntraApp {
  clientId: string;
  tid: string;
  name: string;
  /** `api://…`: an SSO token may name it as its audience as well. */
  appIdUri: string;
  secrets: string[];
  /** PEM. */
  certificates: string[];
  /** Subjects of managed identities that may stand for it. */
  federatedSubjects: string[];
  redirectUris: string[];
  disabled: boolean;
}

/** A user, with what matters filled in. */
export function createUser(facts: Partial<EntraUser> & { name: string }): EntraUser {
  const alias = facts.name.toLowerCase().replace(/[^a-z]+/g, '.');
  return {
    oid: randomUUID(),
    upn: `${alias}@contoso-partner.example`,
    tid: homeTenant,
    roles: [],
    mfa: 'enrolled',
    disabled: false,
    passwordChangedAt: 0,
    ...facts,
  };
}

/** An app, with what matters filled in. */
export function createApp(facts: Partial<EntraApp> & { name: string }): EntraApp {
  const clientId = facts.clientId ?? randomUUID();
  return {
    clientId,
    tid: homeTenant,
    appIdUri: `api://${clientId}`,
    secrets: [],
    certificates: [],
    federatedSubjects: [],
    redirectUris: [],
    disabled: false,
    ...facts,
  };
}

const person = (name: string, upn: string, number: string) =>
  createUser({
    name,
    upn: `${upn}@contoso-partner.example`,
    oid: `5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f10${number}`,
  });

/** The people of the sandbox, by the same object ids. */
export const createPeople = () => ({
  megan: person('Megan Bowen', 'meganb', '21'),
  alex: person('Alex Wilber', 'alexw', '22'),
  lidia: person('Lidia Holloway', 'lidiah', '23'),
  diego: person('Diego Siciliani', 'diegos', '24'),
  isaiah: person('Isaiah Langer', 'isaiahl', '25'),
  joni: person('Joni Sherman', 'jonis', '26'),
  pradeep: person('Pradeep Gupta', 'pradeepg', '27'),
  stranger: createUser({ name: 'Nestor Wilke', upn: 'nestorw@fabrikam.example', tid: foreignTenant }),
});
