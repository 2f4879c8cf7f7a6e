/**
 * The mark of Partner Desk: a desk bell. Says whether a point belongs to it.
 * @param x from 0 (left) to 1 (right)
 * @param y from 0 (top) to 1 (bottom)
 */
export function isBell(x: number, y: number): boolean {
  return isButton(x, y) || isDome(x, y) || isPlate(x, y);
}

const distance = (x: number, y: number, toX: number, toY: number): number => Math.hypot(x - toX, y - toY);

function isButton(x: number, y: number): boolean {
  const isStem = Math.abs(x - 0.5) <= 0.035 && y >= 0.16 && y <= 0.3;
  return isStem || isPill(x, y, { left: 0.375, right: 0.625, y: 0.165, halfHeight: 0.055 });
}

function isDome(x: number, y: number): boolean {
  const radius = distance(x, y, 0.5, 0.7);
  const isShine = radius >= 0.25 && radius <= 0.32 && x < 0.4 && y < 0.58;
  return radius <= 0.42 && y <= 0.7 && !isShine;
}

const isPlate = (x: number, y: number): boolean => isPill(x, y, { left: 0, right: 1, y: 0.835, halfHeight: 0.06 });

/** A horizontal bar with round ends. */
function isPill(x: number, y: number, bar: { left: number; right: number; y: number; halfHeight: number }): boolean {
  const nearest = Math.min(Math.max(x, bar.left + bar.halfHeight), bar.right - bar.halfHeight);
  return distance(x, y, nearest, bar.y) <= bar.halfHeight;
}
