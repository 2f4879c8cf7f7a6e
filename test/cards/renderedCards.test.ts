import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser';
import { CardPage } from '../../scripts/cardGallery/cardPage';
import { cardStates } from '../../scripts/cardGallery/cardStates';
import { referralStates } from '../../scripts/cardGallery/referralStates';

let browser: Browser;
let phone: CardPage;

beforeAll(async () => {
  browser = await launchBrowser();
  phone = await CardPage.open(browser, 'light', 360);
});
afterAll(() => browser.close());

const messageOf = (name: string) => {
  const state = referralStates.find((found) => found.name === name);
  if (!state) throw new Error(`There is no ${name}`);
  return state.message;
};

/** Runs in the page: the texts that stick out of the card or are shown only in part. */
function cutOff(): string[] {
  const card = document.getElementById('card');
  const right = card?.getBoundingClientRect().right ?? 0;
  return [...(card?.querySelectorAll<HTMLElement>('*') ?? [])]
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()),
    )
    .filter(({ clientWidth }) => clientWidth > 0)
    .filter((element) => element.getBoundingClientRect().right > right || element.scrollWidth > element.clientWidth)
    .map((element) => element.innerText);
}

test.each(cardStates.map(({ name, message, open = [] }) => [name, message, open] as const))(
  '%s: fits a phone, and the official renderer has nothing to complain about',
  async (_, { card }, open) => {
    for (const title of [undefined, ...open]) {
      expect(await phone.show(card)).toEqual([]);
      if (title) await phone.press(title);
      expect(await phone.page.evaluate(cutOff)).toEqual([]);
    }
  },
);

test('a new referral needs no scrolling on a phone', async () => {
  await phone.show(messageOf('referral-new').card);
  const box = await phone.page.locator('#card').boundingBox();
  // What Teams leaves of the 800 points of a small phone between its own bars.
  expect(box?.height).toBeLessThan(620);
});

test('what people wrote is shown as they wrote it: no formatting, links, lists, dates or tags', async () => {
  await phone.show(messageOf('referral-hostile').card);
  const card = phone.page.locator('#card');
  expect(
    await card.locator('a, b, strong, em, i, s, code, ul, ol, li, h1, h2, blockquote, hr, img, script').count(),
  ).toBe(0);
  const text = await card.innerText();
  for (const written of [
    '**Contoso** [win](https://evil.example) ${1+1} _Ltd_',
    '{{DATE(2026-01-01T00:00:00Z)}}',
    '- a list',
    '1. one',
    '> quote',
    '&lt;b&gt; <script>alert(1)</script> C:\\temp\\*.* snake_case_name',
  ]) {
    expect(text).toContain(written);
  }
});

test('declining without a reason says what is missing', async () => {
  await phone.show(messageOf('referral-new').card);
  await phone.press('Decline');
  await phone.page.getByRole('button', { name: 'Decline', exact: true }).nth(1).click();
  expect(await phone.page.locator('#card').innerText()).toContain('Choose a reason.');
});
