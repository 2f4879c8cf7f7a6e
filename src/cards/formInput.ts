/** An input of a form. */
export interface FormInput {
  id: string;
  /** What Adaptive Cards make of it; `text` and what follows are texts. */
  kind: 'text' | 'longText' | 'email' | 'tel' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'radio' | 'toggle';
  label: string;
  placeholder?: string | undefined;
  isRequired?: boolean;
  /** Needed with `isRequired`, and shown where the client finds the input wrong. */
  errorMessage?: string;
  maxLength?: number;
  regex?: string;
  choices?: readonly { title: string; value: string }[];
  /** What it starts with. */
  value: string | undefined;
}

const types = {
  text: { type: 'Input.Text' },
  longText: { type: 'Input.Text', isMultiline: true },
  email: { type: 'Input.Text', style: 'email' },
  tel: { type: 'Input.Text', style: 'tel' },
  number: { type: 'Input.Number', min: 0 },
  date: { type: 'Input.Date' },
  time: { type: 'Input.Time' },
  choice: { type: 'Input.ChoiceSet' },
  /** Several of them: its value is their values with commas between them. */
  choices: { type: 'Input.ChoiceSet', isMultiSelect: true, wrap: true },
  radio: { type: 'Input.ChoiceSet', style: 'expanded' },
  toggle: { type: 'Input.Toggle', wrap: true },
} as const;

/** The input as an element of a card; what is not given is left out. https://adaptivecards.io/explorer/Input.Text.html */
export function formInput({ kind, label, value, ...rest }: FormInput): Record<string, unknown> {
  // A toggle's title stands beside it, and is read out as its name.
  const named = kind === 'toggle' ? { title: label } : { label };
  const members = { ...types[kind], ...rest, ...named, value: kind === 'number' ? numeric(value) : value };
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));
}

/** A client shows a number only where it is one. */
function numeric(value: string | undefined): number | undefined {
  const number = Number(value?.trim() || Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}
