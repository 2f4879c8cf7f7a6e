import { commands } from '../../../src/commands';
import { toolOf } from '../../../src/commands/model/toolOf';

const tool = (name: string, seesData = false) => {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`There is no command ${name}`);
  return toolOf(command, seesData);
};

describe('a command as a tool', () => {
  it.each(commands.map(({ name }) => name))('%s has a name that every service takes, and says what it is', (name) => {
    const { name: called, description, parameters } = tool(name);
    expect(called).toMatch(/^[a-zA-Z0-9-]{1,64}$/);
    expect(description).toContain('For example: ');
    expect(parameters.type).toBe('object');
  });

  it('has names of their own', () => {
    expect(new Set(commands.map(({ name }) => tool(name).name)).size).toBe(commands.length);
  });

  it('takes what the command takes, with the values that the grammar knows', () => {
    expect(tool('subscriptions').parameters.properties).toMatchObject({
      customer: { type: 'string', description: 'the name of the customer' },
      status: { type: 'string', enum: ['active', 'suspended', 'deleted', 'expired', 'pending', 'disabled'] },
      endsFrom: { type: 'string' },
    });
    expect(tool('referrals').parameters.properties).toMatchObject({
      kind: { enum: ['coSell', 'qualifiedLead', 'lead', 'pipeline', 'marketplaceLead'] },
      substatus: { enum: ['Received', 'Accepted', 'Pending', 'Won', 'Lost', 'Declined', 'Expired'] },
      mine: { type: 'boolean' },
    });
  });

  it('takes a placeholder for an amount where amounts are masked', () => {
    expect(tool('referrals').parameters.properties).toMatchObject({ min: { type: 'string' } });
    expect(tool('referrals', true).parameters.properties).toMatchObject({ min: { type: 'number' } });
  });
});
