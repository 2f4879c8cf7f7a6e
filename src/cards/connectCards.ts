import type { AccountFindings } from '../identity/connectSteps';
import type { ConnectRefused } from '../identity/connecting';
import { accountWords } from '../locales/accountWords';
import type { ServiceAccount } from '../storage/serviceAccount';
import { accountCard } from './accountCard';
import type { CardMessage } from './message';
import { markdownText } from './text/markdownText';

/** How connecting an account ended. */
export type ConnectOutcome = { account: ServiceAccount; findings: AccountFindings } | ConnectRefused;

/** The answer to `connect`, with the button that leads to the sign-in. */
export function connectCard(url: string): CardMessage {
  const { title, text, needs, once, button, summary } = accountWords.connect;
  return accountCard({ title, texts: [text, needs, once], link: { title: button, url }, summary });
}

/** What the administrator is told in chat. */
export function connectOutcomeCard(outcome: ConnectOutcome): CardMessage {
  const words = accountWords.outcome;
  if ('refused' in outcome) {
    const why = accountWords.refused[outcome.refused] + (outcome.code ? ` (${outcome.code})` : '');
    return accountCard({ title: words.failed, color: 'attention', texts: [why], summary: words.summary(words.failed) });
  }
  const { account, findings } = outcome;
  const texts = [words.as(markdownText(account.accountName, 200)), ...findingSentences(findings)];
  return accountCard({ title: words.connected, color: 'good', texts, summary: words.summary(words.connected) });
}

/** What was found out about an account, in sentences. */
export function findingSentences({ mfa, referrals }: AccountFindings): string[] {
  const { seen } = accountWords;
  const sentences: string[] = mfa === null ? [seen.mfaUnknown] : [];
  if (typeof referrals === 'string') return [seen[referrals], ...sentences];
  const { open, more } = referrals;
  return [open === 0 ? seen.none : seen.open(open, more), ...sentences];
}
