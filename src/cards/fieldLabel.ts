import { fieldWords } from '../locales/fieldWords';
import { cutText } from './text/cutText';
import { oneLine } from './text/plainText';

const acronyms = new Map(fieldWords.acronyms.map((word) => [word.toLowerCase(), word]));

/** A field name as people read it: `billingCycleEndDate` gives "Billing cycle end date", `tenantId` "Tenant ID". */
export function fieldLabel(name: string): string {
  const words = oneLine(name)
    .replace(/[_\-.@]+/g, ' ')
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\d)/gu, ' ')
    .split(' ')
    .filter(Boolean)
    .map((word) => acronyms.get(word.toLowerCase()) ?? word.toLowerCase());
  const label = words.join(' ');
  return cutText(label.charAt(0).toUpperCase() + label.slice(1), 60);
}
