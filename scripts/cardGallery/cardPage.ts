import { dirname, extname, resolve } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { AdaptiveCard } from '../../src/cards/message';
import { pageStyle } from './pageStyle';
import { teamsHostConfig } from './teamsHostConfig';

/** Where the page stands; it is never asked for over a network. */
const origin = 'http://localhost';
const packages = resolve(dirname(require.resolve('adaptivecards')), '../..');

const fonts = ['noto-sans', 'noto-sans-arabic', 'noto-sans-jp'].flatMap((name) =>
  [400, 600].map((weight) => `<link rel="stylesheet" href="/@fontsource/${name}/${weight}.css">`),
);
const html = (theme: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
${fonts.join('\n')}<style>${pageStyle}</style>
<script src="/adaptivecards/dist/adaptivecards.min.js"></script>
<script src="/markdown-it/dist/browser/markdown-it.umd.min.js"></script>
</head><body class="${theme}"><div id="card"></div></body></html>`;

/** What the page's scripts define. */
interface InPage {
  AdaptiveCards: typeof import('adaptivecards');
  markdownit: (options: { html: boolean }) => { render: (text: string) => string };
}

/** A page that shows Adaptive Cards with the official renderer, Teams-like, with fonts for accents, Arabic and Japanese. */
export class CardPage {
  private constructor(
    /** For measuring and pressing what is shown. */
    readonly page: Page,
    private readonly theme: 'light' | 'dark',
  ) {}

  /** @param width of the page in CSS pixels; the card is 16 narrower */
  static async open(browser: Browser, theme: 'light' | 'dark', width: number): Promise<CardPage> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: 2 });
    await page.route('**/*', (route) => answer(route, theme));
    await page.goto(`${origin}/`);
    return new CardPage(page, theme);
  }

  /** Shows a card in place of the last; gives what the renderer has to complain about. */
  async show(card: AdaptiveCard): Promise<string[]> {
    const complaints = await this.page.evaluate(renderCard, [card, teamsHostConfig(this.theme)] as const);
    await this.page.evaluate(() => document.fonts.ready);
    return complaints;
  }

  /** Presses a button of the card's first face. */
  async press(title: string): Promise<void> {
    await this.page.getByRole('button', { name: title, exact: true }).first().click();
    await this.page.evaluate(() => document.fonts.ready);
  }

  /** Writes a picture of the card as it stands. */
  async picture(path: string): Promise<void> {
    await this.page.locator('body').screenshot({ path });
  }
}

function answer(route: Route, theme: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html(theme) });
  if (!['.css', '.js', '.woff2', '.woff'].includes(extname(pathname))) return route.abort();
  return route.fulfill({ path: resolve(packages, `.${pathname}`) });
}

/** Runs in the page. */
function renderCard([json, hostConfig]: readonly [AdaptiveCard, object]): string[] {
  const { AdaptiveCards, markdownit } = globalThis as unknown as InPage;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit({ html: false }).render(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(json, context);
  const rendered = card.render();
  document.getElementById('card')?.replaceChildren(...(rendered ? [rendered] : []));
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [...parsing, ...card.validateProperties().validationEvents.map((event) => event.message)];
}
