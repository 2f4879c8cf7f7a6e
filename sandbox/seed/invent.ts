import { industries, slug, words, type Country } from './country';
import type { Random } from './random';

export interface Company {
  name: string;
  /** `contoso.onmicrosoft.com` without the ending. */
  alias: string;
  industry: string;
}

export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  phoneNumber: string;
}

/** One name for every pair of a country's words, in an order of its own. */
export function companiesOf(country: Country, random: Random): Company[] {
  const companies = words(country.stems).flatMap((stem) =>
    words(country.kinds).map((kind, index) => ({
      name: random.pick(country.companyNames).replace('{stem}', stem.text).replace('{kind}', kind.text),
      alias: slug(stem.latin + kind.latin),
      industry: industries[country.industries.charAt(index)] ?? 'Services',
    })),
  );
  return random.shuffle(companies);
}

/** Somebody who works at the company. */
export function inventPerson(country: Country, alias: string, random: Random): Person {
  const first = random.pick(words(country.givenNames));
  const last = random.pick(words(country.familyNames));
  return {
    firstName: first.text,
    lastName: last.text,
    email: `${slug(first.latin)}.${slug(last.latin)}@${alias}.example`,
    phoneNumber: `${country.callingCode} ${random.between(10, 99)} 5550 ${random.between(1000, 9999)}`,
  };
}

/** An address that could be in one of the country's towns. */
export function inventAddress(country: Country, random: Random) {
  const [city = '', state = '', postalCode = ''] = random.pick(country.cities.split(';')).trim().split('|');
  const street = random.pick(country.streets.split(';')).trim();
  const addressLine1 = street.replace('#', String(random.between(1, 180)));
  return { addressLine1, addressLine2: '', city, state, postalCode, country: country.code };
}
