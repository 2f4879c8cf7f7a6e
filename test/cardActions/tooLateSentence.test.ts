import { tooLateSentence } from '../../src/cardActions/tooLateSentence';

const lost = { id: 'r', status: 'Closed', substatus: 'Lost' };
const byMegan = { verb: 'lost', byId: 'm', byName: 'Megan Bowen', at: 0 } as const;

test('who was faster is named', () => {
  expect(tooLateSentence('Alex Wilber', 'won', lost, byMegan)).toBe(
    'Alex Wilber pressed Won, but Megan Bowen was faster and closed it as lost already. Nothing was changed.',
  );
});

test('nobody was faster than themselves', () => {
  expect(tooLateSentence('Megan Bowen', 'won', lost, byMegan)).toBe(
    'Megan Bowen pressed Won, but had closed it as lost already. Nothing was changed.',
  );
});
