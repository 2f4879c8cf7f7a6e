import { seededUsers } from '../users/seededUsers';
import type { Random } from './random';

/** One to three colleagues who work on a referral. */
export function inventTeam(random: Random) {
  const people = random.shuffle(seededUsers.filter((user) => user.email !== ''));
  return people.slice(0, random.between(1, 3)).map(({ name, email }) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    const contactPreference = { locale: 'en-us', disableNotifications: false };
    return { contactPreference, firstName, lastName, phoneNumber: '+1 20 5550 0100', email };
  });
}
