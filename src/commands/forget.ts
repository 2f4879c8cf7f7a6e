import { z } from 'zod/v4';
import { forgetCustomerCard } from '../cards/forgetCustomerCard';
import { markdownText } from '../cards/text/markdownText';
import { forgetWords } from '../locales/forgetWords';
import { command } from './command';
import { customerTraces } from './customerTraces';
import { nearestNames } from './nearestNames';
import { sayings } from './sayings';

/** So many names are offered where none matches. */
const namesOffered = 3;

/** `forget <customer>`: says what is kept of a customer, and asks whether to erase it. */
export const forgetCommand = command({
  name: 'forget',
  title: 'forget <customer>',
  description: 'For administrators: erases what is kept of a customer, after asking.',
  example: 'forget contoso',
  ...sayings.forget,
  changesState: true,
  right: 'administer',
  needs: [],
  parameters: z.object({ customer: z.string().trim().max(200).optional() }),
  async run(_turn, { customer }, { store, clock }) {
    if (!customer) return forgetWords.which;
    const { closed, running, drafts, offers, news, names } = await customerTraces(store, customer, clock.now());
    if (closed.length + running.length + drafts.length + offers.length + news.length === 0) {
      const near = nearestNames(customer, names, (name) => name).slice(0, namesOffered);
      const said = forgetWords.none(markdownText(customer, 120));
      const offered = near.map((name) => `**${markdownText(name, 120)}**`).join(', ');
      return offered ? `${said} ${forgetWords.near(offered)}` : said;
    }
    const kept = { closed: closed.length, drafts: drafts.length, offers: offers.length, news: news.length };
    return forgetCustomerCard({ customer, running: running.length, ...kept });
  },
});
