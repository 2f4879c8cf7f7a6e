/** What Partner Center writes before amounts, by ISO 4217 code; a currency without a sign of its own is written as its code. */
const symbols: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  ILS: '₪',
  BRL: 'R$',
  PLN: 'zł',
  SEK: 'kr',
  TWD: 'NT$',
  CAD: '$',
};

export function currencySymbol(currencyCode: string): string {
  return symbols[currencyCode] ?? currencyCode;
}

/** To two decimal places, as invoices have it. */
export function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}
