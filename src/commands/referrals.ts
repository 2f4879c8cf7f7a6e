import { z } from 'zod/v4';
import { command } from './command';
import { offerFile } from './files/offerFile';
import { referralKinds, referralsAnswer, referralsQuestionShape } from './referralsAnswer';
import { sayings } from './sayings';

/** `referrals`, with everything that can be said about which. */
export const referralsCommand = command({
  name: 'referrals',
  title: 'referrals',
  description: 'Lists referrals, the most urgent first.',
  example: 'new referrals',
  ...sayings.referrals,
  changesState: false,
  needs: ['referrals'],
  parameters: z.object({
    ...referralsQuestionShape,
    kind: z.enum([...referralKinds, 'marketplaceLead']).optional(),
    mine: z.boolean().optional(),
    file: z.literal('csv').optional(),
  }),
  async run(turn, { mine, kind, file, ...question }, desk) {
    if (kind === 'marketplaceLead') return noMarketplaceLeads;
    const asked = { ...question, ...(kind ? { kind } : {}) };
    const email = mine ? await turn.email() : undefined;
    if (mine && !email) return unknownAddress;
    const whole = { ...asked, ...(email ? { teamMember: email } : {}) };
    return file ? offerFile(turn, desk, { list: 'referrals', ...whole }) : referralsAnswer(turn, desk, whole, 0);
  },
});

// https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-referrals
const noMarketplaceLeads =
  'Leads from Azure Marketplace and AppSource are not in Partner Center’s referrals API, so I cannot show them. You find them in Partner Center itself, or in the system that your offers send their leads to. Type **referrals** for everything else.';

const unknownAddress =
  'Which referrals are yours goes by your e-mail address, and Teams’ list of members could not be read here. Ask with the address, for example **referrals of megan@contoso.com**.';
