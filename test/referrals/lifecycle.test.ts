import { awaitsAnswer } from '../../src/referrals/lifecycle';

describe('the life cycle', () => {
  it.each([
    ['New', 'Pending', 'Incoming', true],
    ['New', 'Received', 'Incoming', true],
    ['New', undefined, undefined, true],
    ['New', 'Pending', 'Outgoing', false],
    ['Active', 'Accepted', 'Incoming', false],
    ['Closed', 'Won', 'Incoming', false],
    ['Closed', 'Lost', 'Incoming', false],
    ['Closed', 'Declined', 'Incoming', false],
    ['Closed', 'Expired', 'Incoming', false],
    ['None', 'None', 'Incoming', false],
    ['Surprise', 'Surprise', 'Incoming', false],
    [null, null, 'Incoming', false],
  ])('%s/%s, %s: waits for an answer: %s', (status, substatus, direction, waits) => {
    expect(awaitsAnswer({ id: 'r', status, substatus, direction })).toBe(waits);
  });
});
