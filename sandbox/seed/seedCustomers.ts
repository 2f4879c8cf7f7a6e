import type { CustomerResource, Customers } from '../customers/customers';
import { slug, type Country } from './country';
import { countries } from './countries';
import { companiesOf, inventAddress, inventPerson, type Company } from './invent';
import { namedCustomers } from './namedCustomers';
import { inventSubscriptions } from './inventSubscriptions';
import type { Random } from './random';

const perCountry = 15;

/** Fills the book with 240 invented customers and the named ones, in no particular order. `now` in ms, UTC. */
export function seedCustomers(customers: Customers, random: Random, now: number): void {
  const invented = countries.flatMap((country) =>
    companiesOf(country, random)
      .slice(0, perCountry)
      .map((company) => ({ company, country, subscriptions: random.between(1, 6) })),
  );
  const named = namedCustomers.map(({ name, country, subscriptions }) => ({
    company: { name, alias: slug(name).slice(0, 27) },
    country,
    subscriptions,
  }));
  for (const { company, country, subscriptions } of random.shuffle([...invented, ...named])) {
    const customer = inventCustomer(company, country, random);
    customers.add(customer, inventSubscriptions(subscriptions, now, random));
  }
}

function inventCustomer(
  { name, alias }: Pick<Company, 'name' | 'alias'>,
  country: Country,
  random: Random,
): CustomerResource {
  const id = random.guid();
  const { addressLine2: _none, ...address } = inventAddress(country, random);
  const { phoneNumber, email, firstName, lastName } = inventPerson(country, alias, random);
  return {
    id,
    commerceId: random.guid(),
    companyProfile: {
      tenantId: id,
      domain: `${alias}.onmicrosoft.com`,
      companyName: name,
      address: { ...address, region: null, phoneNumber },
      email,
    },
    relationshipToPartner: random.chance(0.95) ? 'reseller' : random.pick(['none', 'advisor']),
    allowDelegatedAccess: random.chance(0.8),
    customDomains: [`${alias}.onmicrosoft.com`, ...(random.chance(0.7) ? [`${alias}.example`] : [])],
    associatedPartnerId: null,
    billingProfile: {
      id: random.guid(),
      firstName,
      lastName,
      email,
      culture: country.culture,
      language: country.culture.split('-')[0],
      companyName: name,
      defaultAddress: { ...address, region: null, firstName, lastName, phoneNumber },
    },
  };
}
