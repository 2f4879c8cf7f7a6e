import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { colorIcon, drawIcon, outlineIcon } from '../../scripts/icons/drawIcon';
import { encodePng } from '../../scripts/icons/encodePng';
import { root } from './appPackageFolder';

/** The rows of a PNG that `encodePng` wrote: each a filter byte and its pixels. Its IDAT is the second and only one. */
function rowsOf(png: Buffer): Buffer {
  const start = 8 + 25 + 8;
  return inflateSync(png.subarray(start, start + png.readUInt32BE(8 + 25)));
}

test.each([
  ['color.png', colorIcon],
  ['outline.png', outlineIcon],
] as const)('%s is what the script draws', (name, style) => {
  const file = readFileSync(join(root, 'appPackage', name));
  // Compared as pixels: how well they are compressed is the zlib's business.
  expect(rowsOf(file).equals(rowsOf(encodePng(drawIcon(style))))).toBe(true);
});

test('the outline icon is white on transparent, the colour icon has no transparent pixel', () => {
  const outline = channelsOf(drawIcon(outlineIcon).pixels);
  expect(new Set([...outline.red, ...outline.green, ...outline.blue])).toEqual(new Set([255]));
  expect(new Set(outline.alpha)).toContain(0);
  expect(new Set(outline.alpha)).toContain(255);
  expect(new Set(channelsOf(drawIcon(colorIcon).pixels).alpha)).toEqual(new Set([255]));
});

function channelsOf(pixels: Uint8Array) {
  const every4th = (offset: number) => pixels.filter((_, at) => at % 4 === offset);
  return { red: every4th(0), green: every4th(1), blue: every4th(2), alpha: every4th(3) };
}
