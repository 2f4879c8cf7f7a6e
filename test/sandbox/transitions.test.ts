import { arriveAt, patch, readAt, replace, type Json } from './call';
import { useSandbox } from './useSandbox';

const current = useSandbox();
const arrive = (partial?: Json) => arriveAt(current.sandbox, partial);
const read = (id: string) => readAt(current.sandbox, id);

describe('the transition table', () => {
  const pairs = [
    ['New', 'Pending'],
    ['New', 'Received'],
    ['Active', 'Accepted'],
    ['Closed', 'Won'],
    ['Closed', 'Lost'],
    ['Closed', 'Declined'],
    ['Closed', 'Expired'],
    ['Active', 'Won'],
    ['New', 'Accepted'],
    ['Closed', 'Accepted'],
    ['Paused', 'Pending'],
  ] as const;
  const allowed: Record<string, string[]> = {
    'New/Pending': ['New/Received', 'Active/Accepted', 'Closed/Won', 'Closed/Lost', 'Closed/Declined', 'New/Pending'],
    'New/Received': ['New/Pending', 'Active/Accepted', 'Closed/Won', 'Closed/Lost', 'Closed/Declined', 'New/Received'],
    'Active/Accepted': ['Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Active/Accepted'],
    'Closed/Won': [],
    'Closed/Lost': [],
    'Closed/Declined': [],
    'Closed/Expired': [],
  };

  const refused = '400 invalidRequest';

  it.each(Object.keys(allowed))('from %s allows what is documented and refuses the rest', async (from) => {
    const [status, substatus] = from.split('/');
    const answers: Record<string, string> = {};
    for (const [toStatus, toSubstatus] of pairs) {
      const { id } = arrive({ status, substatus });
      const answer = await patch(current.sandbox, id, replace({ status: toStatus, substatus: toSubstatus }));
      answers[`${toStatus}/${toSubstatus}`] = [answer.status, (answer.body?.error as Json)?.code].join(' ').trim();
    }
    const expected = pairs
      .map((pair) => pair.join('/'))
      .map((to) => [to, allowed[from]?.includes(to) ? '204' : refused]);
    expect(answers).toEqual(Object.fromEntries(expected));
  });

  it('refuses a status without its substatus, in the documented error shape', async () => {
    const { id } = arrive();
    const { status, body } = await patch(current.sandbox, id, replace({ status: 'Active' }));
    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        code: 'invalidRequest',
        message: expect.any(String),
        target: 'status',
        innerError: { code: 'invalidStatusTransition', message: expect.stringContaining('Active/Pending') },
      },
    });
  });

  it('lets nothing of a closed referral be changed', async () => {
    const { id } = arrive({ status: 'Closed', substatus: 'Won' });
    for (const change of [{ 'details/notes': 'late' }, { 'details/dealValue': 1 }, { statusReason: 'x' }]) {
      expect((await patch(current.sandbox, id, replace(change))).status).toBe(400);
    }
  });

  it('notes when a referral was closed', async () => {
    const { id } = arrive();
    await patch(current.sandbox, id, replace({ status: 'Closed', substatus: 'Declined' }));
    const { closedDateTime, updatedDateTime, acceptedDateTime } = await read(id);
    expect([closedDateTime, acceptedDateTime]).toEqual([updatedDateTime, null]);
  });
});
