/**
 * The words of the conditions that a referral has to fulfil to be posted. The keys are codes of Partner Center in lower case
 * without punctuation, several with commas between them. English; the names of solution areas are read out of their codes.
 */
export const grammarWatch = {
  /** Said with conditions, and adding nothing to them. */
  things: [
    ['referrals', 'referral', 'deals', 'deal', 'opportunities', 'opportunity', 'new referrals', 'new deals'],
    ['only referrals', 'just referrals', 'only deals', 'all referrals', 'all new referrals', 'everything', 'anything'],
    ['here', 'in this channel', 'in this chat', 'in this conversation'],
  ].flat(),
  directions: {
    Both: [
      ['incoming and outgoing', 'outgoing and incoming', 'inbound and outbound', 'both directions'],
      ['in both directions', 'incoming or outgoing', 'both incoming and outgoing'],
    ].flat(),
  },
  /** What can be watched besides referrals. */
  news: {
    subscriptions: [
      ['subscriptions', 'subscription', 'licences', 'licenses', 'changed subscriptions', 'updated subscriptions'],
      ['subscription changes', 'subscription updates', 'changes of subscriptions', 'changes to subscriptions'],
      ['changes in subscriptions', 'updates of subscriptions', 'updates to subscriptions'],
    ].flat(),
    invoices: [
      ['invoices', 'invoice', 'bills', 'new invoices', 'new invoice', 'new bills', 'ready invoices'],
      ['invoices that are ready', 'every new invoice', 'every invoice'],
    ].flat(),
  },
  kinds: {
    coSell: ['co-sell', 'cosell', 'co sell', 'co-selling', 'co-sells', 'new co-sell', 'shared'],
    qualifiedLead: ['qualified leads', 'qualified lead', 'sales qualified leads', 'sales-qualified leads', 'qualified'],
    lead: ['leads', 'lead', 'new leads', 'unqualified leads'],
    pipeline: ['pipeline', 'pipeline deals', 'own deals'],
    marketplaceLead: ['marketplace leads', 'leads from the marketplace', 'leads from appsource', 'appsource leads'],
  },
  /** Before a kind or a country. */
  leads: ['', 'only', 'just', 'all', 'for', 'only for', 'for all', 'any', 'our', 'the', 'all the'],
  industries: {
    agricultureforestryfishing: ['agriculture', 'forestry', 'fishing'],
    communicationsmedia: ['communications', 'media', 'communications and media', 'communications & media', 'telecom'],
    education: ['education'],
    financialservices: ['financial services', 'finance', 'banking'],
    government: ['government', 'public sector'],
    healthcare: ['healthcare', 'health care'],
    hospitality: ['hospitality'],
    manufacturing: ['manufacturing'],
    powerutilities: ['power', 'utilities', 'power and utilities', 'power & utilities', 'energy'],
    publicsafetyandnationalsecurity: ['public safety', 'national security', 'public safety and national security'],
    retailconsumergoods: ['retail', 'consumer goods', 'retail and consumer goods', 'retail & consumer goods'],
    services: ['services industry', 'services sector'],
    traveltransportation: ['travel', 'transportation', 'travel and transportation', 'travel & transportation'],
    wholesaledistribution: ['wholesale', 'distribution', 'wholesale and distribution', 'wholesale & distribution'],
  },
  products: {
    azure: ['azure', 'microsoft azure'],
    developertools: ['developer tools'],
    dynamics365business: ['dynamics 365 business', 'business central', 'dynamics 365 business central'],
    dynamics365enterprise: ['dynamics 365 enterprise'],
    'dynamics365business,dynamics365enterprise': ['dynamics 365', 'dynamics'],
    dynamicsaxgpnavsl: ['dynamics ax', 'dynamics gp', 'dynamics nav', 'dynamics sl'],
    enterprisemobilityandsecurity: ['enterprise mobility and security', 'enterprise mobility', 'ems'],
    exchange: ['exchange'],
    microsoft365: ['microsoft 365', 'm365'],
    office: ['office', 'office 365'],
    powerbi: ['power bi', 'powerbi'],
    project: ['microsoft project', 'ms project'],
    sharepoint: ['sharepoint'],
    skypeforbusiness: ['skype for business', 'skype'],
    sql: ['sql', 'sql server'],
    surface: ['surface'],
    surfacehub: ['surface hub'],
    teams: ['teams', 'microsoft teams'],
    visio: ['visio'],
    windows: ['windows'],
    yammer: ['yammer'],
  },
  /** Other names of solution areas. */
  solutions: {
    artificialintelligence: ['ai'],
    internetofthings: ['iot'],
    machinelearning: ['ml'],
    saponazure: ['sap'],
    backupdisasterrecovery: ['backup', 'disaster recovery', 'backup and disaster recovery'],
    cloudmigration: ['migration'],
  } as Readonly<Record<string, readonly string[]>>,
  /** Before an industry, a product or a solution area. */
  subjects: [
    [
      '',
      'for',
      'about',
      'on',
      'with',
      'in',
      'the',
      'in the',
      'for the',
      'from',
      'from the',
      'of',
      'only for',
      'product',
    ],
    [
      'interested in',
      'asking for',
      'for product',
      'for products',
      'for industry',
      'for the industry',
      'for solution area',
      'for the solution area',
      'industry',
      'in industry',
      'solution',
      'for solution',
      'solution area',
    ],
  ].flat(),
  /** Behind an industry. */
  industryEnds: ['', 'industry', 'sector'],
  mine: [
    ['mine', 'only mine', 'just mine', 'my', 'only my', 'just my', 'my own', 'only my own', 'those assigned to me'],
    ['assigned to me', 'only those assigned to me', 'i am on the team', "i'm on the team", 'with me on the team'],
  ].flat(),
  /** Before the id of a location. */
  locationLead: ['location', 'for location', 'at location', 'of location'],
  /** How conditions are said in words of our own. */
  saidBefore: 'for',
  saidMine: 'only mine',
  listJoin: 'and',
} as const;
