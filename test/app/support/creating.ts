import { startDesk, type TestDesk, type TestDeskOptions } from '../../support/desk';
import type { BotAnswer } from '../../support/fakeTeams';

/** What somebody fills in who creates a pair, as Teams sends it. */
export const sharedInputs: Readonly<Record<string, unknown>> = {
  type: 'Shared',
  name: 'Test Cosell Invite_20',
  qualification: 'SalesQualified',
  customerName: 'Contoso Customer Inc',
  customerSize: '10to50employees',
  addressLine1: 'One Microsoft Way',
  addressLine2: '34',
  city: 'Redmond',
  state: 'WA',
  postalCode: '98052',
  country: 'United States',
  contactFirstName: 'Sue',
  contactLastName: 'Smith',
  contactEmail: 'sue.smith@contoso.com',
  contactPhone: '1234567890',
  contact2FirstName: 'Joe',
  contact2LastName: 'Hansen',
  contact2Email: 'joe.hansen@contoso.com',
  contact2Phone: '4035698759',
  contactLocale: 'en-us',
  dealValue: '50000',
  currency: 'usd',
  closingDate: '2018-11-14',
  notes:
    'Customer is looking to leverage Dynamics 365 to manage their supply chain. There is also a need to leverage a set of custom apps to enable their business processes.',
  solutionId: 'SOL-34104-EBB',
  solutionArea: 'Dynamics 365 for Field Service',
  industry: 'Manufacturing',
  product: 'Dynamics365Enterprise',
  service: 'DeploymentOrMigration',
  externalReferenceId: '',
  teamFirstName: 'John',
  teamLastName: 'Doe',
  teamPhone: '1231231234',
  teamEmail: 'john.doe@microsoft.com',
  assistanceRequestCode: 'ProofOfConceptOrDemo',
  inviteNotes: 'Hi ABC Partner, hoping you can help this customer. Thanks, John @ Microsoft',
  consentToContact: 'true',
  consentToShare: 'true',
  consentToShareWithMicrosoft: 'true',
};

/** What has to be filled in, and no more. */
export const ownInputs: Readonly<Record<string, unknown>> = {
  type: 'Independent',
  customerName: 'Fabrikam',
  country: 'de',
  consentToContact: 'false',
  consentToShare: 'false',
  consentToShareWithMicrosoft: 'false',
};

/** The product with somebody in it who creates referrals in a personal chat. */
export async function startCreating(options: TestDeskOptions = {}) {
  const desk = await startDesk(options);
  const chat = desk.teams.places.addPersonalChat(desk.megan);
  const at = { by: desk.megan, in: chat };
  const requests = (method: string) => desk.sandbox.world.requests().filter((request) => request.method === method);
  return {
    desk,
    chat,
    /** The bodies of the POSTs, oldest first. */
    posts: () => requests('POST').map(({ body }) => body as Record<string, unknown>),
    /** What Partner Center has, oldest first. */
    made: () => desk.sandbox.world.referrals.all().filter(({ direction }) => direction === 'Outgoing'),
    /** Types `create referral`; gives the form's activity id. */
    async form(by = at): Promise<string> {
      await desk.teams.say(by, 'create referral');
      const card = desk.teams.cards(by.in.id).at(-1);
      if (!card) throw new Error('No form was posted');
      return card.activityId;
    },
    /** Fills in the form. */
    fill: (activityId: string, inputs: Readonly<Record<string, unknown>>, by = at) =>
      desk.teams.press(by, activityId, 'referral.create', { ...inputs }),
    /** Presses a button of a card that answered. */
    press: (activityId: string, verb: string, draftId: string, by = at) =>
      desk.teams.press(by, activityId, verb, {}, { verb, draftId }),
  };
}

export type Creating = Awaited<ReturnType<typeof startCreating>>;

/** The draft that an answer's buttons are about. */
export function draftOf(answer: BotAnswer): string {
  const id = /"draftId":"([^"]+)"/.exec(textOf(answer))?.[1];
  if (!id) throw new Error(`There is no draft in ${textOf(answer)}`);
  return id;
}

export const textOf = (answer: BotAnswer): string => JSON.stringify(answer.body?.value);

/** Lets what waits for the clock go on while `work` does. */
export async function withTime<T>(desk: TestDesk, work: Promise<T>): Promise<T> {
  let settled: { value: T } | undefined;
  work.then(
    (value) => (settled = { value }),
    () => undefined,
  );
  return (await desk.until('the answer', () => settled)).value;
}
