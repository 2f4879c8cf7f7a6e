import type { Picture } from './encodePng';
import { isBell } from './isBell';

/** Red, green, blue; 0 to 255. */
type Colour = readonly [number, number, number];

/** What Teams asks of an app's two icons: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
export interface IconStyle {
  /** Width and height in pixels. */
  size: number;
  /** Empty space on each side of the mark, in pixels. */
  margin: number;
  mark: Colour;
  /** Null means transparent. */
  background: Colour | null;
}

/** The colour icon: the mark in the middle of a full square. */
export const colorIcon: IconStyle = { size: 192, margin: 42, mark: [255, 255, 255], background: [0x1f, 0x4e, 0x79] };

/** The outline icon: white on nothing, without padding. */
export const outlineIcon: IconStyle = { size: 32, margin: 1, mark: [255, 255, 255], background: null };

const samplesPerSide = 4;

/** Draws the mark; the same style gives the same pixels everywhere. */
export function drawIcon({ size, margin, mark, background }: IconStyle): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const covered = coverage(x - margin, y - margin, size - 2 * margin);
      const blend = (channel: 0 | 1 | 2): number =>
        background ? Math.round(mark[channel] * covered + background[channel] * (1 - covered)) : mark[channel];
      const alpha = background ? 255 : Math.round(255 * covered);
      pixels.set([blend(0), blend(1), blend(2), alpha], (y * size + x) * 4);
    }
  }
  return { size, pixels };
}

/** How much of the pixel the mark covers, from 0 to 1. */
function coverage(x: number, y: number, markSize: number): number {
  let hits = 0;
  for (let i = 0; i < samplesPerSide; i++) {
    for (let j = 0; j < samplesPerSide; j++) {
      const sampleX = (x + (i + 0.5) / samplesPerSide) / markSize;
      const sampleY = (y + (j + 0.5) / samplesPerSide) / markSize;
      if (isBell(sampleX, sampleY)) hits++;
    }
  }
  return hits / samplesPerSide ** 2;
}
