import type { Customers } from '../customers/customers';
import { inventOrders } from './inventOrders';
import { inventSubscriptions } from './inventSubscriptions';
import type { Random } from './random';

/** The customer that buys for a whole group of companies, and how many subscriptions it has. */
const largest = { name: 'Wide World Importers', subscriptions: 400 };

/** Gives every customer the orders behind its subscriptions, one of them a great many. `now` in ms, UTC. */
export function seedOrders(customers: Customers, random: Random, now: number): void {
  for (const customer of customers.all()) {
    const known = customers.subscriptionsOf(customer.id);
    const isLargest = customer.companyProfile.companyName === largest.name;
    const more = isLargest ? inventSubscriptions(largest.subscriptions - known.length, now, random) : [];
    const subscriptions = [...known, ...more];
    customers.add(customer, subscriptions, inventOrders(customer, subscriptions, now, random));
  }
}
