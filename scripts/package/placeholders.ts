/** Where the values of placeholders come from, by name. An empty one counts as one that is not set. */
export type Variables = Readonly<Record<string, string | undefined>>;

// `${{NAME}}`, as Microsoft 365 Agents Toolkit writes it:
// https://learn.microsoft.com/microsoftteams/platform/toolkit/teamsfx-preview-and-customize-app-manifest
const placeholder = /\$\{\{\s*(\w+)\s*\}\}/g;

/** The names in a text's placeholders, each once. */
export function placeholderNames(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))];
}

/** The text of a JSON file with its placeholders filled in; one without a value stays as it is. */
export function fillIn(json: string, variables: Variables): string {
  return json.replace(placeholder, (whole, name: string) => {
    const value = variables[name]?.trim();
    return value ? JSON.stringify(value).slice(1, -1) : whole;
  });
}
