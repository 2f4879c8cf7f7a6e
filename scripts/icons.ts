import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { colorIcon, drawIcon, outlineIcon } from './icons/drawIcon';
import { encodePng } from './icons/encodePng';

// Draws appPackage/color.png and appPackage/outline.png anew: npm run build && node dist/scripts/icons.js
for (const [name, style] of [['color.png', colorIcon] as const, ['outline.png', outlineIcon] as const]) {
  writeFileSync(join('appPackage', name), encodePng(drawIcon(style)));
}
