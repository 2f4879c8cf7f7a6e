import { CustomerMemory } from '../../src/commands/customerMemory';
import { TestClock } from '../support/testClock';

const customer = (companyName: string, domain = 'x.onmicrosoft.com') => ({
  id: companyName,
  companyProfile: { companyName, domain },
});
const contoso = customer('Contoso Ltd.', 'contoso.onmicrosoft.com');
const german = customer('Contoso Deutschland GmbH', 'contosode.onmicrosoft.com');
const both = { customers: [contoso, german], hasMore: false };
const named = (startsWith: string) => ({ field: 'CompanyName', startsWith }) as const;
const inDomain = (startsWith: string) => ({ field: 'Domain', startsWith }) as const;

let clock: TestClock;
let memory: CustomerMemory;
beforeEach(() => {
  clock = new TestClock();
  memory = new CustomerMemory(clock);
  memory.keep('megan', named('Cont'), both);
});

describe('what a search found', () => {
  it('is known to the person who searched, whatever the case', () => {
    expect(memory.recall('megan', named('cONT'))).toBe(both);
  });

  it('is never known to anybody else', () => {
    expect(memory.recall('alex', named('Cont'))).toBeUndefined();
    memory.keep('alex', named('Cont'), { customers: [german], hasMore: false });
    expect(memory.recall('alex', named('Cont'))?.customers).toEqual([german]);
    expect(memory.recall('megan', named('Cont'))?.customers).toEqual([contoso, german]);
  });

  it('answers for one field alone', () => {
    expect(memory.recall('megan', inDomain('Cont'))).toBeUndefined();
    memory.keep('megan', inDomain('cont'), both);
    expect(memory.recall('megan', inDomain('contosod'))?.customers).toEqual([german]);
  });

  it('answers for a longer beginning too', () => {
    expect(memory.recall('megan', named('CONTOSO D'))).toEqual({ customers: [german], hasMore: false });
  });

  it('does not answer for a shorter beginning, nor for one that it does not have', () => {
    expect(memory.recall('megan', named('con'))).toBeUndefined();
    expect(memory.recall('megan', named('contoso x'))).toBeUndefined();
  });

  it('does not answer for a longer beginning when there were more', () => {
    memory.keep('megan', named('fab'), { customers: [customer('Fabrikam')], hasMore: true });
    expect(memory.recall('megan', named('fab'))).toBeDefined();
    expect(memory.recall('megan', named('fabr'))).toBeUndefined();
  });

  it('is replaced by what the same search finds later', () => {
    memory.keep('megan', named('cont'), { customers: [german], hasMore: false });
    expect(memory.recall('megan', named('cont'))?.customers).toEqual([german]);
  });

  it('is not kept when it is nothing', () => {
    memory.keep('megan', named('litware'), { customers: [], hasMore: false });
    expect(memory.recall('megan', named('litware'))).toBeUndefined();
  });

  it('is forgotten after five minutes, however often it was asked for', async () => {
    await clock.advance(299_999);
    expect(memory.recall('megan', named('cont'))).toBe(both);
    await clock.advance(1);
    expect(memory.recall('megan', named('cont'))).toBeUndefined();
  });

  it('makes room for newer answers when there are too many', () => {
    const page = { customers: Array.from({ length: 100 }, (_, index) => customer(`Customer ${index}`)), hasMore: true };
    for (let search = 0; search < 50; search++) memory.keep('megan', named(`search ${search}`), page);
    expect(memory.recall('megan', named('cont'))).toBeUndefined();
    for (const search of [0, 49]) expect(memory.recall('megan', named(`search ${search}`))).toBe(page);
    memory.keep('alex', named('search'), page);
    expect(memory.recall('megan', named('search 0'))).toBeUndefined();
  });
});
