import { findingSentences } from '../cards/connectCards';
import { createFormats } from '../cards/text/formats';
import type { ConnectRefusal } from '../identity/connecting';
import type { Candidate, ConnectAsk } from '../identity/connectSteps';
import { accountWords } from '../locales/accountWords';
import type { Page } from './page';
import type { FormRefusal } from './readForm';

const words = accountWords.page;
/** A page has no one's time zone. */
const momentAt = (now: number) => createFormats('en', undefined, now).moment;

/** The pages on which an account is connected. `now` is ms, UTC. */
export const connectPages = {
  /** Leads on to Entra: a link alone does nothing, so that no scanner of links uses it up. */
  start(ask: ConnectAsk, link: string, authorityHost: string, now: number): Page {
    const { title, text, needs } = accountWords.connect;
    const buttons = [{ value: 'continue', title: words.continue }];
    return {
      title,
      paragraphs: [words.asks(ask.byName, momentAt(now)(ask.askedAt)), text, needs, words.stop],
      form: { action: '/auth/start', leadsTo: new URL(authorityHost).origin, hidden: { link }, buttons },
    };
  },

  confirm({ ask, accountName, findings, form }: Candidate, now: number): Page {
    return {
      title: words.confirm,
      paragraphs: [
        words.account(accountName),
        ...findingSentences(findings),
        words.reads,
        words.asks(ask.byName, momentAt(now)(ask.askedAt)),
      ],
      form: {
        action: '/auth/confirm',
        hidden: { form },
        buttons: [
          { value: 'connect', title: words.yes },
          { value: 'cancel', title: words.no },
        ],
      },
    };
  },

  connected({ accountName }: Candidate): Page {
    return { title: accountWords.outcome.connected, paragraphs: [accountWords.outcome.as(accountName), words.close] };
  },

  cancelled: { title: accountWords.outcome.failed, paragraphs: [accountWords.refused.cancelled] } satisfies Page,

  refused(reason: ConnectRefusal | FormRefusal | 'forged', code?: string): Page {
    const known = reason === 'wrongType' || reason === 'tooLarge' ? 'forged' : reason;
    const why = accountWords.refused[known] + (code ? ` (${code})` : '');
    return { title: accountWords.outcome.failed, paragraphs: [why, words.closeFailed] };
  },

  failed(referenceId: string): Page {
    const why =
      'Something went wrong in Partner Desk. Type connect again in Teams; if it goes on, tell your administrator the reference.';
    return { title: accountWords.outcome.failed, paragraphs: [why, words.reference(referenceId)] };
  },
};
