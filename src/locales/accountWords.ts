/** Why an account has ended, as the end of a sentence. */
const ended = {
  revoked: 'its sign-in was revoked, or the account was disabled or deleted',
  password: 'its password was changed',
  mfa: 'a new sign-in is wanted, with multi-factor authentication or as your company’s policies ask for it',
  idle: 'it was not used for 90 days',
  consent: 'the permission of the app was withdrawn in Microsoft Entra',
  refused: 'Microsoft Entra does not accept its sign-in any more',
} as const;
type End = keyof typeof ended;

const reconnect = 'An administrator of Partner Desk types **connect** in a personal chat with me.';

/** The words about the account that watches. English. */
export const accountWords = {
  connect: {
    title: 'Connect an account for watching',
    text: 'Partner Desk looks for new referrals with an account of your company, which you sign in with now. It may be another one than your own. Partner Desk only reads with it; the one thing that it sets is where Partner Center sends events, if webhooks are on.',
    needs: 'It needs the role Referrals admin in Partner Center, and multi-factor authentication.',
    once: 'The link is for you, works once and for ten minutes.',
    button: 'Sign in to connect',
    summary: 'Connect an account for watching',
    elsewhere: 'An account is connected in a personal chat with me: open it, and type **connect** there.',
    sandbox: 'This is the sandbox: there is no account to connect, and everything that needs one works.',
    noKey:
      'No account can be connected, because SECRET_TOKEN_KEY is not set in the configuration: its sign-in could not be kept encrypted. Set it, and start Partner Desk again.',
  },
  disconnected: {
    done: (account: string) =>
      `Disconnected: the sign-in of ${account} is removed from here. No new referrals are seen until another account is connected. To end its sessions as well, revoke them in Microsoft Entra.`,
    none: 'No account is connected.',
  },
  outcome: {
    connected: 'Connected',
    failed: 'Nothing was connected',
    as: (account: string) => `New referrals are now looked for with ${account}.`,
    summary: (title: string) => `${title}: the account that watches`,
  },
  seen: {
    open: (count: number, more: boolean) =>
      `It sees ${more ? 'at least ' : ''}${count} ${count === 1 ? 'referral that waits' : 'referrals that wait'} for an answer.`,
    none: 'It sees no referral that waits for an answer. If there should be some, check that it has the role Referrals admin, and for which locations.',
    noRole: 'It has no role for referrals in Partner Center, so it sees none. Give it the role Referrals admin.',
    unknown: 'Partner Center could not be asked just now what it can see. Type status in a while.',
    mfaUnknown: 'Partner Center did not say whether the sign-in was with multi-factor authentication, which it wants.',
  },
  refused: {
    unknown: 'This link is not valid any more: it works once and for ten minutes. Type connect again in Teams.',
    otherBrowser: 'The sign-in was begun in another browser. Type connect again in Teams, and stay in one browser.',
    declined: 'The sign-in was not finished. Type connect again in Teams when you want to.',
    code: 'Microsoft Entra did not confirm the sign-in. Type connect again in Teams.',
    otherTenant:
      'The account belongs to another company. Type connect again in Teams, and sign in with one of your own.',
    noMfa:
      'The account was signed in without multi-factor authentication, and Partner Center refuses such accounts. Set up a second factor for it, type connect again in Teams, and use it when you sign in.',
    otherForm: 'The page was not the one that was confirmed. Type connect again in Teams.',
    app: 'Microsoft Entra refuses the app itself. Check its secret or certificate (SECRET_AAD_APP_CLIENT_SECRET), which may have run out.',
    unavailable:
      'Microsoft Entra cannot be reached just now. Nothing was changed; type connect again in Teams in a while.',
    forged: 'The request did not come from the page. Nothing was changed. Type connect again in Teams.',
    cancelled: 'Nothing was connected. Type connect in Teams when you want to.',
  },
  notice: {
    ended: 'New referrals cannot be seen',
    why: (account: string, why: End) =>
      `The account ${account}, with which I look for them, cannot be used any more: ${ended[why]}.`,
    connected: (by: string, when: string) => `${by} connected it on ${when}.`,
    reconnect,
    caughtUp: 'What arrives meanwhile is posted here then.',
    back: 'New referrals can be seen again',
    backAs: (account: string, by: string) => `${by} has connected ${account}. What arrived meanwhile is posted here.`,
    summary: (title: string) => title,
  },
  watchNeeds: {
    notConnected: `No new referral can be seen yet, because no account is connected for looking. ${reconnect}`,
    ended: `No new referral can be seen at the moment, because the account for looking cannot be used any more. ${reconnect}`,
    unreadable: `No new referral can be seen at the moment, because the stored sign-in cannot be read. ${reconnect}`,
  },
  status: {
    well: 'Everything works',
    wrong: 'Something needs attention',
    watches: 'Watches as',
    sandbox: 'the sandbox’s service account',
    nobody: 'nobody yet',
    connectedBy: 'Connected by',
    by: (name: string, when: string) => `${name}, ${when}`,
    lastLook: 'Last look',
    never: 'none yet',
    webhooks: 'Webhooks',
    silent: 'registered; no event has come yet',
    heard: (when: string) => `registered; the last event came ${when}`,
    here: 'This conversation',
    watching: (by: string, when: string) => `watched since ${when}, started by ${by}`,
    watchingSeveral: (count: string) => `${count} watches; type watches to see them`,
    notWatching: 'not watched; type watch to start',
    summary: (title: string) => `Partner Desk: ${title}`,
    problems: {
      notConnected: `No account is connected for looking. ${reconnect}`,
      ended: (account: string, why: End, when: string) =>
        `Since ${when} the account ${account} cannot be used any more: ${ended[why]}. ${reconnect}`,
      otherKey: `The stored sign-in cannot be decrypted with SECRET_TOKEN_KEY. Put the key that was used before behind the new one, separated by a comma; or connect again. ${reconnect}`,
      noKey:
        'SECRET_TOKEN_KEY is not set, so that the stored sign-in cannot be decrypted. Set it as it was before, and start Partner Desk again.',
      damaged: `The stored sign-in is damaged. ${reconnect}`,
      app: (code: string) =>
        `Microsoft Entra refuses the app itself (${code}). Check its secret or certificate (SECRET_AAD_APP_CLIENT_SECRET), which may have run out.`,
      passing:
        'Microsoft Entra gives no token at the moment. This passes by itself; what arrives meanwhile is caught up.',
      idle: (account: string, since: string, until: string) =>
        `The sign-in of ${account} was last renewed on ${since}; if that goes on until ${until}, it ends.`,
      stalled: (since: string, why: string) =>
        `Partner Center could not be read since ${since} (${why}). What arrives meanwhile is caught up by itself; if it lasts, an administrator finds the reason in the log.`,
      noRole:
        'Partner Center does not let the account read referrals. Give it the role Referrals admin in Partner Center.',
      otherWebhook: (host: string) =>
        `Partner Center sends its events to ${host}, which may belong to a CRM connector, so it was left as it is. New referrals are seen at the interval all the same. To have the events sent here instead, an administrator runs npm run doctor -- --replace-webhook.`,
      incompleteWebhook: (missing: string) =>
        `Partner Center does not send all the events that are wanted (${missing}). New referrals are seen at the interval all the same. An administrator runs npm run doctor -- --replace-webhook.`,
      silentWebhook: (since: string) =>
        `Webhooks are registered, but no event has come since ${since}, though one is asked for every hour. New referrals are seen at the interval all the same. An administrator checks that Partner Center reaches the address of this bot from outside.`,
      unknownWebhook: (why: string) =>
        `Webhooks could not be registered (${why}). New referrals are seen at the interval all the same, and it is tried again.`,
    },
  },
  page: {
    asks: (by: string, when: string) => `${by} asked at ${when} in Teams to connect an account for watching.`,
    continue: 'Continue to Microsoft',
    stop: 'If you did not ask for this, close the page: nothing happens then.',
    confirm: 'Connect this account?',
    account: (account: string) => `You have signed in as ${account}.`,
    reads:
      'Partner Desk will look for new referrals with it, and show them in the channels that watch. It only reads with it; the one thing that it sets is where Partner Center sends events, if webhooks are on.',
    yes: 'Connect',
    no: 'Cancel',
    close: 'You can close this page. The chat in Teams says it too.',
    closeFailed: 'You can close this page.',
    reference: (id: string) => `Reference ${id}`,
    title: 'Partner Desk',
  },
} as const;
