import { valueAt } from './valueAt';

/** One finding of the schema, in words. */
export interface Explanation {
  /** Where in the manifest, as a JSON pointer. */
  pointer: string;
  sentence: string;
}

interface Details {
  limit?: number;
  pattern?: string;
  missingProperty?: string;
  additionalProperty?: string;
  allowedValue?: unknown;
  allowedValues?: readonly unknown[];
}

/** Puts an error of `AppManifestUtils.validateAgainstSchema` into words: `<pointer> <message>. Details: <JSON>`. */
export function explainSchemaError(error: string, manifest: object): Explanation {
  const [, pointer = '', message = error, json = ''] = /^(\S*) (.*)\. Details: (.*)$/s.exec(error) ?? [];
  const details = (json ? JSON.parse(json) : {}) as Details;
  const value = valueAt(manifest, pointer);
  return { pointer, sentence: `${nameOf(pointer)} ${complaint(message, details, value)}.` };
}

/** `/bots/0/botId` is `bots[0].botId`. */
function nameOf(pointer: string): string {
  const name = pointer.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.');
  return name.replace(/^\./, '') || 'The manifest';
}

function complaint(message: string, details: Details, value: unknown): string {
  const is = `is ${JSON.stringify(value)}`;
  if (details.missingProperty) return `has no ${details.missingProperty}`;
  if (details.additionalProperty) return `has ${details.additionalProperty}, which the schema does not know`;
  if (details.allowedValues) return `${is}; allowed are ${details.allowedValues.join(', ')}`;
  if (details.allowedValue !== undefined) return `${is} and must be ${JSON.stringify(details.allowedValue)}`;
  if (details.limit !== undefined && (typeof value === 'string' || Array.isArray(value))) {
    const unit = typeof value === 'string' ? 'characters' : 'entries';
    return `has ${value.length} ${unit}, ${value.length > details.limit ? 'more' : 'fewer'} than ${details.limit}`;
  }
  if (details.pattern?.startsWith('^[0-9a-fA-F]{8}-')) return `${is}, which is not a GUID`;
  return `${is}: ${message}`;
}
