/** A button, or a line that can be pressed: its title, its verb, and everything that the verb needs. */
export interface CardButton {
  title: string;
  verb: string;
  /** What is undefined is left out. */
  data: Readonly<Record<string, string | number | undefined>>;
  style?: 'positive' | 'destructive';
}

/**
 * An `Action.Execute` with the `Action.Submit` that takes its place in clients that do not know it.
 * https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model
 */
export function executeAction({ title, verb, data, style }: CardButton): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  const sent = { verb, ...given };
  const shown = style ? { title, style } : { title };
  return {
    type: 'Action.Execute',
    ...shown,
    verb,
    data: sent,
    fallback: { type: 'Action.Submit', ...shown, data: sent },
  };
}
