import { fieldLabel } from '../../cards/fieldLabel';
import { csvCell, type CsvCell } from './csvCell';

/** A column of a CSV file. */
export interface CsvColumn {
  header: string;
  /** Its cell in the row of a thing. */
  cell: (thing: object) => CsvCell;
}

/** A field of a resource: its path (`companyProfile.domain`), and its label where that of the field's own name would not do. */
export type FieldColumn = string | readonly [path: string, label: string];

/** The columns of fields. */
export const csvColumns = (fields: readonly FieldColumn[]): CsvColumn[] => fields.map(columnOf);

function columnOf(field: FieldColumn): CsvColumn {
  const [path, label] = typeof field === 'string' ? [field, undefined] : field;
  const steps = path.split('.');
  const name = steps.at(-1) ?? path;
  return { header: label ?? fieldLabel(name), cell: (thing) => csvCell(name, valueAt(thing, steps)) };
}

function valueAt(thing: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return thing;
  if (Array.isArray(thing)) return thing.map((one: unknown) => valueAt(one, [step, ...rest]));
  if (typeof thing !== 'object' || thing === null || !Object.hasOwn(thing, step)) return undefined;
  return valueAt((thing as Readonly<Record<string, unknown>>)[step], rest);
}
