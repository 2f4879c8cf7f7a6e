/** The sides of an app's two icons in pixels: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const sides = { color: 192, outline: 32 } as const;

/** Which of the two icons a file is. */
export type IconKind = keyof typeof sides;

/** What is wrong with an icon file, a sentence each. */
export function iconProblems(kind: IconKind, name: string, file: Buffer): string[] {
  const side = sides[kind];
  const isPng = file.subarray(1, 4).toString('latin1') === 'PNG' && file.length >= 24;
  if (!isPng) return [`${name} is not a PNG picture.`];
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (width === side && height === side) return [];
  return [`${name} is ${width} by ${height} pixels; the ${kind} icon must be ${side} by ${side}.`];
}
