/** Why nothing can be sent somewhere, by Teams' own code, as the end of a sentence. */
const reasons: Readonly<Record<string, string>> = {
  MessageWritesBlocked: 'Teams does not let me write there',
  BotNotInConversationRoster: 'I was removed from it',
  BotDisabledByAdmin: 'your Teams administrator has switched this app off',
  ConversationNotFound: 'it does not exist any more',
  ActivityNotFoundInConversation: 'the card was deleted',
  MessageSizeTooBig: 'Teams says that the card is too big',
};

/** The words about what could not be sent. English; every text is Markdown. */
export const deliveryWords = {
  /** @param failure as the delivery noted it: `Teams answered 403 MessageWritesBlocked to POST`. */
  why(failure: string): string {
    if (failure === 'The bot was removed') return 'I was removed from it';
    const [, status, code = ''] = /^Teams answered (\d{3}) (\w*) to /.exec(failure) ?? [];
    const known = reasons[code];
    if (known !== undefined) return known;
    return status === undefined
      ? 'something went wrong that the log tells'
      : `Teams refused it (${[status, code].filter((word) => word).join(' ')})`;
  },
  owed: 'Waiting to be sent',
  since: (when: string) => `the oldest since ${when}`,
  retrying: (count: string) => `${count} being tried again after a failure`,
  patience: 'Teams asks to wait',
  paused: (count: number, shown: string, until: string) =>
    `in ${shown} ${count === 1 ? 'conversation' : 'conversations'}, until ${until} at the latest`,
  late: (since: string) =>
    `Messages to Teams have been waiting to be sent since ${since}. After many at once that is Teams’ own limit, and it passes by itself; if it lasts, an administrator looks for “sending failed” in the log.`,
  somewhere: 'a conversation whose name Teams did not tell',
  givenUp: (count: number, shown: string, place: string, when: string, why: string) =>
    `Given up in **${place}**: ${shown} ${count === 1 ? 'message' : 'messages'}, the last at ${when}, because ${why}.`,
  more: 'More was given up elsewhere; the log says what.',
  retry: 'An administrator, or who started the watch there, types **retry** to have it sent once more.',
  lost: (place: string, when: string, why: string) =>
    `Your watch in **${place}** ended at ${when}, because ${why}. Add me there again, and type **watch**.`,
  ended: {
    title: 'A watch of yours has ended',
    text: (place: string, when: string, why: string) =>
      `New referrals are no longer posted in **${place}**, since ${when}, because ${why}.`,
    again:
      'To have them posted there again, add me there and type **watch**. Nothing that is waiting was lost: a button posts it then.',
  },
  retried: {
    some: (count: string) =>
      `Trying again: ${count} of what was given up will be sent once more. **status** says how it goes.`,
    none: 'Nothing was given up that could be sent again.',
    notYours:
      'What was given up is sent again by an administrator, or by the person who started the watch where it belongs. You have no watch where something was given up.',
  },
} as const;
