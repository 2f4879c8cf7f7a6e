const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The words of the cards that talk with a person: help, greeting, watching, choosing a customer. English. */
export const conversationWords = {
  help: {
    title: 'What you can type',
    example: (text: string) => `For example: ${text}`,
    end: 'In a channel or group chat, mention me first. Typing mistakes are fine. Say “as csv” with any list to get it as a file.',
    summary: 'What you can type to Partner Desk',
  },
  welcome: {
    title: 'Partner Desk is here',
    places: { personal: 'you here', groupChat: 'this chat', channel: 'this channel' },
    promise: (place: string) =>
      `Every new referral from Partner Center can come to ${place} as a card. Accept or decline it on the card, under your own name.`,
    watching: 'New referrals already come here.',
    start: 'Start watching',
    further: {
      personal: 'Type help to see what else I can do, for example the subscriptions of a customer.',
      groupChat: 'Mention me and type help to see what else I can do, for example the subscriptions of a customer.',
      channel: 'Mention me and type help to see what else I can do, for example the subscriptions of a customer.',
    },
    summary: 'Partner Desk is here: new Partner Center referrals can come to this conversation',
  },
  watch: {
    started: 'Watching',
    again: 'Already watching',
    promise: 'Every new referral comes here as a card. To stop, type unwatch.',
    older: (count: number, number: string) =>
      plural(
        count,
        'One older referral still waits for an answer and is not here.',
        `${number} older referrals still wait for an answer and are not here.`,
      ),
    none: 'No older referral waits for an answer.',
    post: (count: number, number: string) => plural(count, 'Post the older one', `Post the ${number} older ones`),
    summary: (title: string) => `${title}: new referrals come here`,
  },
  customers: {
    several: (query: string) => `Which customer? Several begin with “${query}”.`,
    more: 'There are more. If yours is not here, type more of the name.',
    none: (query: string) => `No customer begins with “${query}”.`,
    nearest: 'The nearest names:',
    nothingNear:
      'No name is near it either. Partner Center finds customers by the beginning of the company name: check the first letters, or type only a few of them, for example “subscriptions for con” for Contoso.',
    unnamed: 'Customer without a name',
  },
} as const;
