import { customerCard, type CustomerCardView } from '../cards/customerCard';
import { aboutCustomer, customerTitle } from '../cards/customersCard';
import { findCustomer } from '../commands/findCustomer';
import { searchWords } from '../locales/searchWords';
import type { SearchCommand, SearchHit } from './searchCommand';

const { hint, noneLike, ...texts } = searchWords.customers;

/** How many customers can be paged through; typing on finds the others. */
const most = 100;

/** Customers by the beginning of their names or domains, a slip after the first letters forgiven. */
export const searchCustomers: SearchCommand = {
  id: 'searchCustomers',
  needs: ['partner-center'],
  ...texts,
  async search(turn, { query, skip, count }, desk) {
    if (!query) return hint;
    const finding = await findCustomer(turn, desk, query, most);
    const view = { now: desk.clock.now(), locale: turn.locale };
    if (finding.kind === 'one') {
      // A single one is read whole, so that its card is the one that the command `customer` shows.
      const customer = await desk.partnerCenter.getCustomer(turn.tokens, finding.customer.id);
      return [hitOf({ customer, ...view })].slice(skip);
    }
    const customers = finding.kind === 'several' ? finding.customers : finding.nearest;
    if (customers.length === 0) return noneLike(query);
    return customers.slice(skip, skip + count).map((customer) => hitOf({ customer, found: true, ...view }));
  },
};

const hitOf = (view: CustomerCardView): SearchHit => ({
  title: customerTitle(view.customer),
  subtitle: aboutCustomer(view.customer),
  text: '',
  card: customerCard(view),
});
