import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { launchBrowser } from './browser';
import { CardPage } from './cardGallery/cardPage';
import { cardStates } from './cardGallery/cardStates';

const folder = resolve('gallery');
const looks = [
  { name: 'light', theme: 'light', width: 520 },
  { name: 'dark', theme: 'dark', width: 520 },
  { name: 'phone', theme: 'light', width: 360 },
  { name: 'phone-dark', theme: 'dark', width: 360 },
] as const;

/** `npm run gallery`: every card in every state as a picture, light, dark and as wide as a phone, and a page with all of them. */
async function main(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const browser = await launchBrowser();
  const pictures: string[] = [];
  try {
    for (const { name, theme, width } of looks) {
      pictures.push(...(await picturesOf(name, await CardPage.open(browser, theme, width))));
    }
  } finally {
    await browser.close();
  }
  await writeFile(join(folder, 'index.html'), indexPage(pictures));
  console.log([...pictures.toSorted(), 'index.html'].map((file) => relative('.', join(folder, file))).join('\n'));
}

async function picturesOf(look: string, page: CardPage): Promise<string[]> {
  const files: string[] = [];
  for (const { name, message, open = [] } of cardStates) {
    for (const title of [undefined, ...open]) {
      const complaints = await page.show(message.card);
      if (complaints.length > 0) throw new Error(`${name}: ${complaints.join('; ')}`);
      if (title) await page.press(title);
      const opened = title ? `-${title.toLowerCase().replace(/\W+/g, '-').replace(/-$/, '')}` : '';
      const file = `${name}${opened}.${look}.png`;
      await page.picture(join(folder, file));
      files.push(file);
    }
  }
  return files;
}

function indexPage(pictures: readonly string[]): string {
  const rows = Map.groupBy(pictures, (file) => file.split('.')[0] ?? '');
  const sections = [...rows].map(
    ([name, files]) => `<h2>${name}</h2><p>${files.map((file) => `<img src="${file}" alt="${file}">`).join('\n')}</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Cards of Partner Desk</title>
<style>body{font-family:sans-serif}img{zoom:50%;vertical-align:top;margin:8px}</style>
${sections.join('\n')}`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
