import { launchBrowser } from '../../scripts/browser';

test('a browser starts and shows a page', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>Partner Desk</h1>');
    expect(await page.locator('h1').innerText()).toBe('Partner Desk');
  } finally {
    await browser.close();
  }
});
