import { cardStates } from '../../scripts/cardGallery/cardStates';
import { worldReferrals } from '../../scripts/cardGallery/worldReferrals';
import { lintCard } from '../support/lintCard';

const said = worldReferrals
  .flatMap(({ referral }) => Object.values(referral))
  .map((part) => JSON.stringify(part))
  .join();

test.each(cardStates.map((state) => [state.name, state] as const))(
  '%s: Teams has nothing to object to',
  (_, { message }) => {
    expect(lintCard(message, said)).toEqual([]);
  },
);

test('every state has a name of its own', () => {
  expect(new Set(cardStates.map(({ name }) => name)).size).toBe(cardStates.length);
});
