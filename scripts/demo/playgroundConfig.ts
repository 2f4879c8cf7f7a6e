const tenantId = '9b1d2c3e-4f50-4a61-8b72-93c4d5e6f708';
const directoryIds = '5f2b8a1c-7d34-4e0b-9a61-3c8e5d7f1';

/** A person as the playground's configuration names one; `userPrincipleName` is its spelling. */
export interface PlaygroundUser {
  id: string;
  name: string;
  userPrincipleName: string;
  aadObjectId: string;
  givenName: string;
  surname: string;
  email: string;
}

function user(givenName: string, surname: string, number: string): PlaygroundUser {
  const email = `${givenName}${surname.charAt(0)}@contoso-partner.example`.toLowerCase();
  const id = `29:1${givenName.toLowerCase()}-Kb3xQ7vR2nW9tY5mLzD8`;
  const aadObjectId = `${directoryIds}${number}`;
  return { id, name: `${givenName} ${surname}`, userPrincipleName: email, aadObjectId, givenName, surname, email };
}

/**
 * The organisation that the playground shows, as its configuration file says it: Megan Bowen sits in front of the screen,
 * her colleagues have the roles that the sandbox knows them by, and the team has one channel beside General.
 * https://aka.ms/teams-app-test-tool-config-guide
 */
export const playgroundConfig = {
  version: '0.1.1',
  tenantId,
  bot: { id: '28:7c1f0e52-93ab-4d6e-8f27-b5a0c4d39e61', name: 'Partner Desk' },
  currentUser: user('Megan', 'Bowen', '021'),
  users: [
    user('Alex', 'Wilber', '022'),
    user('Lidia', 'Holloway', '023'),
    user('Diego', 'Siciliani', '024'),
    user('Isaiah', 'Langer', '025'),
    user('Joni', 'Sherman', '026'),
  ],
  personalChat: { id: 'a:1Qm4vTzP8sYw2kXbN6dRfJ3hLcG7e' },
  groupChat: { id: '19:5b8e2d7c41f04c0ea9d36f18b72e5a90@thread.v2', name: 'Partner managers' },
  team: {
    id: '19:Yk3nP7wQ9zR5tV1xB8mL2cD6fH4jS0aG@thread.tacv2',
    name: 'Contoso Partner Sales',
    aadGroupId: 'e4a7c2b9-16d8-4f35-a0be-7d92c58f3b14',
    channels: [{ id: '19:9fd2c6b15e8a4a37b0c4e71d83a6f529@thread.tacv2', name: 'Referrals' }],
  },
} as const;

/** The channel that the referrals come to. */
export const referralsChannel = playgroundConfig.team.channels[0];
