/** The words of signing in and out. English. */
export const signInWords = {
  title: 'Sign in',
  /** On the card, above its button. */
  asked: {
    noToken: 'Sign in, so that I can ask Partner Center as you.',
    expired: 'Your sign-in has run out. Sign in again, so that I can ask Partner Center as you.',
    consent: 'Partner Center wants to know that I may act as you there. Sign in and agree.',
    mfa: 'Partner Center wants a sign-in with multi-factor authentication. Sign in with it.',
    claims: 'Your company wants a further proof for Partner Center. Sign in and give it.',
    refused: 'Partner Center no longer accepts your sign-in. Sign in again.',
  },
  /** Where a sign-in a moment ago did not help, or none can be offered. */
  didNotHelp: {
    noToken: 'You are not signed in. Type **sign in**, then try again.',
    expired: 'Your sign-in ended at once. Type **sign in**; if it goes on, tell your administrator the reference.',
    consent:
      'You signed in, but nobody has yet agreed that Partner Desk acts as you in Partner Center. Ask your administrator to grant consent to the app, then try again.',
    mfa: 'You signed in, but without the multi-factor authentication that Partner Center wants. Ask your administrator to require it for this app, then type **sign in**.',
    claims:
      'You signed in, but your company’s conditional access wants more than that sign-in gave. Ask your administrator what it takes, then type **sign in**.',
    refused:
      'You signed in, and Partner Center still does not accept it. Wait a few minutes and try again; if it goes on, tell your administrator the reference.',
  },
  faults: {
    blocked:
      'Your account may not sign in to Partner Desk: your company’s rules forbid it. Ask your administrator, and tell the reference.',
    setup:
      'Partner Desk’s own registration in Microsoft Entra does not work, so nobody can be signed in. Tell your administrator the reference.',
    unavailable:
      'Microsoft Entra cannot be reached at the moment, so you could not be signed in. Try again in a minute.',
  },
  /** In a conversation with others, where a card for one person alone cannot be shown. */
  elsewhere: 'Sign in first: write **sign in** to me in our personal chat. What you asked here is then answered here.',
  pressAgain: 'You have to sign in for this. Type **sign in**, then press again. Nothing was sent.',
  signedIn: (email: string | undefined) => (email ? `You are signed in as ${email}.` : 'You are signed in.'),
  signedInAsk: 'You are signed in. What you asked before is not known any more, so ask it again.',
  signedOut:
    'You are signed out: I hold no sign-in and no token of yours any more. What you ask next signs you in again.',
  notSignedIn: 'You are not signed in, so there is nothing to forget.',
  wrongCode: 'That code is wrong, used already, or older than five minutes. Type **sign in** for a new one.',
  exchangeFailed: 'This sign-in could not be used. Sign in with the button.',
  page: {
    done: 'You are signed in',
    close: 'This window closes by itself. If it does not, write this code to Partner Desk in Teams:',
    failed: 'You were not signed in',
    unknown:
      'This address is not known any more: it serves one sign-in, for ten minutes. Ask again in Teams for a new one.',
    otherPerson:
      'Somebody else signed in here than the person who was asked in Teams. Close this window, ask again in Teams, and choose your own account.',
    declined:
      'The sign-in was not finished. Press the button in Teams again; if your administrator has to agree first, ask them.',
    unavailable: 'Microsoft Entra did not give a token. Ask again in Teams in a minute.',
    reference: (id: string) => `Reference ${id}`,
  },
} as const;
