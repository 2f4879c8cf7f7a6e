import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { playgroundConfig } from '../../scripts/demo/playgroundConfig';

// The playground (0.2.28) has no test ids: these are what a person or a screen reader goes by.
const writeBox = '[role="textbox"][contenteditable="true"]';
const mentionMenu = '#typeahead-menu [role="menuitem"]';
const card = '.ac-adaptiveCard';

const screenshots = join(__dirname, '../../screenshots');
const patienceMs = 20_000;

/** The playground's page with the team's channel open, in the hands of Megan Bowen. */
export class PlaygroundPage {
  private constructor(private readonly page: Page) {}

  /** Opens the page and waits for the channel. Nothing but this machine is reached from it. */
  static async open(browser: Browser, url: string): Promise<PlaygroundPage> {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.setDefaultTimeout(patienceMs);
    await page.route(
      ({ hostname }) => !['localhost', '127.0.0.1'].includes(hostname),
      (route) => route.abort(),
    );
    await page.goto(url);
    await page.getByText('Start a new post').waitFor();
    return new PlaygroundPage(page);
  }

  /** The cards that contain a text; waits for nothing. */
  cards(text: string | RegExp): Locator {
    return this.page.locator(card, { hasText: text });
  }

  /** The one card that contains a text, once it is there. */
  async card(text: string | RegExp): Promise<Locator> {
    const found = this.cards(text);
    await found.first().waitFor();
    return found.first();
  }

  /** Waits for a button anywhere on the page. */
  async button(title: string): Promise<void> {
    await this.page.getByRole('button', { name: title, exact: true }).first().waitFor();
  }

  /** Presses a button of a card; of two with that title the one that was folded out, which comes last. */
  async press(on: Locator, title: string): Promise<void> {
    await on.getByRole('button', { name: title, exact: true }).last().click();
  }

  /** Chooses an entry of a card's drop-down list. */
  async choose(on: Locator, label: string, choice: string): Promise<void> {
    await on.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }

  /** Starts a new post in the channel that mentions the bot. */
  async postToBot(text: string): Promise<void> {
    await this.page.locator(writeBox).first().click();
    await this.page.keyboard.type('@');
    await this.page.locator(mentionMenu, { hasText: playgroundConfig.bot.name }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  /** Goes to the person's own chat with the bot. */
  async openPersonalChat(): Promise<void> {
    await this.page.getByRole('treeitem', { name: 'Personal Chat' }).click();
    await this.page.getByRole('button', { name: 'Send Message' }).waitFor();
  }

  /** Writes to the bot in the open chat, and gives the newest card with that text once it is there. */
  async ask(text: string, answer: string | RegExp): Promise<Locator> {
    const before = await this.cards(answer).count();
    await this.say(text);
    const fresh = this.cards(answer).nth(before);
    await fresh.waitFor();
    return fresh;
  }

  /** Writes to the bot in the open chat. */
  async say(text: string): Promise<void> {
    await this.page.locator(writeBox).first().click();
    await this.page.keyboard.type(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** True once a text is anywhere on the page. */
  async shows(text: string | RegExp): Promise<boolean> {
    await this.page.getByText(text).first().waitFor();
    return true;
  }

  /** Searches with a command of the message extension, and sends the result with that title in a message of the person's own. */
  async insertFound(commandId: string, query: string, title: string): Promise<Locator> {
    const before = await this.cards(title).count();
    const named = this.page.getByText(title, { exact: true });
    const namedBefore = await named.count();
    await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).first().click();
    await this.page.getByRole('menuitem', { name: 'Search Command' }).click();
    await this.page.getByText('Specify Command ID or Parameter').click();
    await this.page.getByPlaceholder('Command ID').fill(commandId);
    await this.page.getByPlaceholder('Parameter name').fill('query');
    await this.page.getByPlaceholder('Enter a search term').fill(query);
    // An older card may have that name too: the result is the one that comes.
    await named.nth(namedBefore).waitFor();
    await named.last().click();
    await this.cards(title).nth(before).waitFor();
    await this.page.getByRole('button', { name: 'Send Message' }).click();
    await this.page.locator(writeBox).getByText(title).waitFor({ state: 'detached' });
    return this.cards(title).last();
  }

  /** Writes `screenshots/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }
}
