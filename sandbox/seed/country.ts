/** What is needed to invent companies, people and addresses of one country. */
export interface Country {
  /** ISO 3166 alpha-2. */
  code: string;
  culture: string;
  /** ISO 4217. */
  currency: string;
  callingCode: string;
  /** `{stem}` and `{kind}` are filled in; the legal form is part of it. */
  companyNames: string[];
  /** Comma-separated, as kinds and people's names are; what is in another script has its Latin spelling after `|`. */
  stems: string;
  kinds: string;
  /** A letter per kind, a key of `industries`. */
  industries: string;
  givenNames: string;
  familyNames: string;
  /** `city|state|postal code`, separated by semicolons. */
  cities: string;
  /** Streets with `#` for the house number, separated by semicolons. */
  streets: string;
  /** A wish in the country's own language, `about` a solution category that one of the needs has. */
  request: { title: string; notes: string; about: string };
}

/** https://learn.microsoft.com/en-us/partner-center/developer/referral-resources */
export const industries: Readonly<Record<string, string>> = {
  A: 'Agriculture, Forestry, & Fishing',
  C: 'Communications & Media',
  E: 'Education',
  F: 'Financial Services',
  G: 'Government',
  H: 'Healthcare',
  L: 'Hospitality',
  M: 'Manufacturing',
  P: 'Power & Utilities',
  R: 'Retail & Consumer Goods',
  S: 'Services',
  T: 'Travel & Transportation',
  W: 'Wholesale & Distribution',
};

/** One word with the spelling that fits a domain name. */
export interface Word {
  text: string;
  latin: string;
}

/** Reads a comma-separated list of words. */
export function words(list: string): Word[] {
  return list.split(',').map((word) => {
    const [text = '', latin = text] = word.trim().split('|');
    return { text, latin };
  });
}

/** The lower-case ASCII letters and digits of a name, as domains and mail addresses have them. */
export function slug(text: string): string {
  const plain = text.replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('Ł', 'l');
  return plain
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
