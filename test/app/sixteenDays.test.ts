import { type Script, SixteenDays } from './support/sixteenDays';

let run: SixteenDays;

beforeEach(async () => {
  // Clocks go back on October 25 in Stockholm and on November 1 in New York.
  run = await SixteenDays.start('2026-10-18T00:00:00Z');
});
afterEach(() => run.desk.close());

/** Each is named after the moment at which somebody accepts it in Partner Center, or after what else becomes of it. */
const beforeTheOutage: Script = [
  [0, '11:59:30', () => run.arrive('Never answered', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('Accepted here', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('After the card', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('Just before the nudge', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('As the nudge is read for', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('As the nudge is sent', 14, '12:00')],
  [0, '15:30', () => run.press('Accepted here', run.stockholm, 'referral.accept')],
  [0, '18:30', () => run.accept('After the card')],
  [1, '11:59:59', () => run.accept('Just before the nudge')],
  [1, '11:59:59', () => run.acceptWhenRead('As the nudge is read for')],
  [1, '11:59:59', () => run.acceptWhenSent('As the nudge is sent')],
  [2, '20:59:30', () => run.arrive('In the night', 15, '12:00')],
  [2, '20:59:30', () => run.arrive('Before the morning', 15, '12:00')],
  [3, '04:30', () => run.accept('Before the morning')],
];

const acrossTheOutage = (begin: () => unknown, end: () => unknown): Script => [
  [0, '11:59:30', () => run.arrive('Before a missed stage', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('After a missed stage', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('At the end of the outage', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('As all is caught up', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('After the outage', 14, '12:00')],
  [2, '07:59:30', () => run.arrive('Expires in the outage', 9, '12:00')],
  [5, '09:00', () => run.arrive('As it breaks down', 14, '12:00')],
  [5, '09:00', begin],
  [6, '12:00', () => run.accept('Before a missed stage')],
  [7, '09:59:30', () => run.arrive('Arrives in the outage', 15, '12:00')],
  [7, '09:59:30', () => run.arrive('Arrives and is accepted', 15, '12:00')],
  [7, '09:59:30', () => run.arrive('Arrives and expires', 10, '12:00')],
  [8, '12:00', () => run.accept('After a missed stage')],
  [9, '12:00', () => run.accept('Arrives and is accepted')],
  [12, '21:14:58', () => run.accept('At the end of the outage')],
  [12, '21:14:59', () => run.acceptWhenRead('As all is caught up')],
  [12, '21:15', end],
  [12, '21:15:31', () => run.accept('After the outage')],
];

const afterTheOutage: Script = [
  [0, '11:59:30', () => run.arrive('Before the last day', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('As the last is read for', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('On a reminder here', 14, '12:00')],
  [0, '11:59:30', () => run.arrive('After the last reminder', 14, '12:00')],
  [13, '11:59:59', () => run.accept('Before the last day')],
  [13, '13:59:30', () => run.arrive('Expires in the evening', 15, '21:00')],
  [13, '13:59:30', () => run.arrive('Expires in the night', 15, '01:00')],
  [
    13,
    '15:30',
    async () => expect(await run.press('On a reminder here', run.newYork, 'referral.accept')).toContain('Accepted by'),
  ],
  [14, '07:59:59', () => run.acceptWhenRead('As the last is read for')],
  [14, '10:30', () => run.accept('After the last reminder')],
  [
    14,
    '13:30',
    async () => expect(await run.press('Never answered', run.newYork, 'referral.accept')).toContain('Expired'),
  ],
];

/** Under load on the machine that the tests run on; the run takes some seconds. */
const patienceMs = 240_000;

it(
  'of a process that is killed on the fifth day and starts on the twelfth every channel is told what it should be, once',
  async () => {
    let restart: (() => unknown) | undefined;
    const outage = acrossTheOutage(
      async () => (restart = await run.kill()),
      () => restart?.(),
    );
    await run.play([...beforeTheOutage, ...outage, ...afterTheOutage], 16, '12:00');
    expect(run.told(run.stockholm)).toEqual({
      'Never answered':
        'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 31 08:00 hours left, Oct 31 13:00 hours left, Nov 1 09:00 hours left, Nov 1 13:00 Expired',
      'Accepted here': 'Oct 18 14:00 card',
      'After the card': 'Oct 18 14:00 card',
      'Just before the nudge': 'Oct 18 14:00 card',
      'As the nudge is read for': 'Oct 18 14:00 card',
      'As the nudge is sent': 'Oct 18 14:00 card, Oct 19 14:00 Nobody',
      'Before a missed stage': 'Oct 18 14:00 card, Oct 19 14:00 Nobody',
      'After a missed stage': 'Oct 18 14:00 card, Oct 19 14:00 Nobody',
      'At the end of the outage': 'Oct 18 14:00 card, Oct 19 14:00 Nobody',
      'As all is caught up': 'Oct 18 14:00 card, Oct 19 14:00 Nobody',
      'After the outage': 'Oct 18 14:00 card, Oct 19 14:00 Nobody',
      'Before the last day': 'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 31 08:00 hours left',
      'As the last is read for':
        'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 31 08:00 hours left, Oct 31 13:00 hours left',
      'On a reminder here': 'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 31 08:00 hours left, Oct 31 13:00 hours left',
      'After the last reminder':
        'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 31 08:00 hours left, Oct 31 13:00 hours left, Nov 1 09:00 hours left',
      digest:
        'Oct 19 09:00 15 new, 13 waiting, Oct 20 09:00 0 new, 10 waiting, Oct 21 09:00 3 new, 12 waiting, Oct 22 09:00 0 new, 12 waiting, Oct 23 09:00 0 new, 12 waiting, Oct 31 08:00 0 new, 6 waiting, Oct 31 09:00 3 new, 8 waiting, Nov 1 09:00 2 new, 8 waiting, Nov 2 09:00 0 new, 3 waiting, Nov 3 09:00 0 new, 0 waiting',
      'Expires in the outage': 'Oct 20 10:00 card, Oct 20 14:00 7 days left, Oct 31 08:00 Expired',
      'In the night':
        'Oct 21 08:00 card, Oct 22 08:00 Nobody, Oct 31 08:00 2 days left, Nov 1 13:00 hours left, Nov 2 09:00 hours left, Nov 2 13:00 Expired',
      'Before the morning': 'Oct 21 08:00 card',
      'As it breaks down': 'Oct 31 08:00 card, Oct 31 13:00 hours left, Nov 1 09:00 hours left, Nov 1 13:00 Expired',
      'Arrives in the outage':
        'Oct 31 08:00 card, Nov 1 08:00 Nobody, Nov 1 13:00 hours left, Nov 2 09:00 hours left, Nov 2 13:00 Expired',
      'Arrives and expires': 'Oct 31 08:00 card, Oct 31 08:00 Expired',
      'Expires in the evening':
        'Oct 31 15:00 card, Nov 1 15:00 Nobody, Nov 2 08:00 hours left, Nov 2 18:00 hours left, Nov 3 08:00 Expired',
      'Expires in the night': 'Oct 31 15:00 card, Nov 1 08:00 hours left, Nov 1 20:00 hours left, Nov 2 08:00 Expired',
    });
    expect(run.told(run.newYork)).toEqual({
      'Never answered':
        'Oct 18 08:00 card, Oct 19 08:00 Nobody, Oct 30 17:15 hours left, Oct 31 08:00 hours left, Nov 1 03:00 hours left, Nov 1 07:00 Expired',
      'Accepted here': 'Oct 18 08:00 card',
      'After the card': 'Oct 18 08:00 card',
      'Just before the nudge': 'Oct 18 08:00 card',
      'As the nudge is read for': 'Oct 18 08:00 card',
      'As the nudge is sent': 'Oct 18 08:00 card, Oct 19 08:00 Nobody',
      'Before a missed stage': 'Oct 18 08:00 card, Oct 19 08:00 Nobody',
      'After a missed stage': 'Oct 18 08:00 card, Oct 19 08:00 Nobody',
      'At the end of the outage': 'Oct 18 08:00 card, Oct 19 08:00 Nobody',
      'As all is caught up': 'Oct 18 08:00 card, Oct 19 08:00 Nobody',
      'After the outage': 'Oct 18 08:00 card, Oct 19 08:00 Nobody, Oct 30 17:15 hours left',
      'Before the last day': 'Oct 18 08:00 card, Oct 19 08:00 Nobody, Oct 30 17:15 hours left',
      'As the last is read for':
        'Oct 18 08:00 card, Oct 19 08:00 Nobody, Oct 30 17:15 hours left, Oct 31 08:00 hours left',
      'On a reminder here': 'Oct 18 08:00 card, Oct 19 08:00 Nobody, Oct 30 17:15 hours left, Oct 31 08:00 hours left',
      'After the last reminder':
        'Oct 18 08:00 card, Oct 19 08:00 Nobody, Oct 30 17:15 hours left, Oct 31 08:00 hours left, Nov 1 03:00 hours left',
      digest:
        'Oct 18 09:00 15 new, 15 waiting, Oct 19 09:00 0 new, 11 waiting, Oct 20 09:00 1 new, 11 waiting, Oct 21 09:00 2 new, 12 waiting, Oct 22 09:00 0 new, 12 waiting, Oct 30 17:15 0 new, 11 waiting, Oct 31 09:00 3 new, 7 waiting, Nov 1 09:00 2 new, 4 waiting, Nov 2 09:00 0 new, 1 waiting',
      'Expires in the outage': 'Oct 20 04:00 card, Oct 20 08:00 7 days left, Oct 30 17:15 Expired',
      'In the night':
        'Oct 20 17:00 card, Oct 21 17:00 Nobody, Oct 30 17:15 3 days left, Nov 1 07:00 hours left, Nov 2 03:00 hours left, Nov 2 07:00 Expired',
      'Before the morning': 'Oct 20 17:00 card',
      'As it breaks down': 'Oct 30 17:15 card, Oct 31 08:00 hours left, Nov 1 03:00 hours left, Nov 1 07:00 Expired',
      'Arrives in the outage':
        'Oct 30 17:15 card, Oct 31 21:00 Nobody, Nov 1 07:00 hours left, Nov 2 03:00 hours left, Nov 2 07:00 Expired',
      'Arrives and expires': 'Oct 30 17:15 card, Oct 30 17:15 Expired',
      'Expires in the evening':
        'Oct 31 10:00 card, Nov 1 09:00 Nobody, Nov 1 16:00 hours left, Nov 2 12:00 hours left, Nov 2 16:00 Expired',
      'Expires in the night': 'Oct 31 10:00 card, Oct 31 21:00 hours left, Nov 1 16:00 hours left, Nov 1 20:00 Expired',
    });
  },
  patienceMs,
);

it(
  'while Partner Center does not answer, reminders come as things stood last, and afterwards what was missed',
  async () => {
    const { faults } = run.desk.sandbox.world;
    await run.desk.teams.say({ by: run.desk.megan, in: run.newYork }, 'unwatch');
    const outage = acrossTheOutage(
      () => faults.add({ path: 'referrals', status: 503 }),
      () => faults.clear(),
    );
    await run.play(outage, 16, '12:00');
    expect(run.told(run.stockholm)).toEqual({
      'Before a missed stage':
        'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 25 13:00 7 days left, Oct 29 13:00 3 days left',
      'After a missed stage':
        'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 25 13:00 7 days left, Oct 29 13:00 3 days left',
      'At the end of the outage':
        'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 25 13:00 7 days left, Oct 29 13:00 3 days left',
      'As all is caught up':
        'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 25 13:00 7 days left, Oct 29 13:00 3 days left',
      'After the outage': 'Oct 18 14:00 card, Oct 19 14:00 Nobody, Oct 25 13:00 7 days left, Oct 29 13:00 3 days left',
      digest:
        'Oct 19 09:00 5 new, 5 waiting, Oct 20 09:00 0 new, 5 waiting, Oct 21 09:00 1 new, 6 waiting, Oct 22 09:00 0 new, 6 waiting, Oct 23 09:00 0 new, 6 waiting, Oct 24 09:00 0 new, 6 waiting, Oct 25 09:00 0 new, 6 waiting, Oct 26 09:00 0 new, 6 waiting, Oct 27 09:00 0 new, 6 waiting, Oct 28 09:00 0 new, 5 waiting, Oct 29 09:00 0 new, 5 waiting, Oct 30 09:00 0 new, 5 waiting, Oct 31 09:00 3 new, 3 waiting, Nov 1 09:00 0 new, 2 waiting, Nov 2 09:00 0 new, 1 waiting, Nov 3 09:00 0 new, 0 waiting',
      'Expires in the outage':
        'Oct 20 10:00 card, Oct 20 14:00 7 days left, Oct 24 14:00 3 days left, Oct 26 13:00 hours left, Oct 27 09:00 hours left, Oct 31 08:00 Expired',
      'As it breaks down': 'Oct 31 08:00 card, Oct 31 13:00 hours left, Nov 1 09:00 hours left, Nov 1 13:00 Expired',
      'Arrives in the outage':
        'Oct 31 08:00 card, Nov 1 08:00 Nobody, Nov 1 13:00 hours left, Nov 2 09:00 hours left, Nov 2 13:00 Expired',
      'Arrives and expires': 'Oct 31 08:00 card, Oct 31 08:00 Expired',
    });
  },
  patienceMs,
);
