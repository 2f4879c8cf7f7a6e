/** How many formatters are kept of each kind; a deployment uses a handful of languages and zones. */
const kept = 500;

/** Making an Intl formatter costs a hundred times what using it does, so each is made once. */
function remembered<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known) return known;
    if (made.size >= kept) made.clear();
    const fresh = make(locale, options);
    made.set(key, fresh);
    return fresh;
  };
}

/** A date formatter. Throws a RangeError for a locale or zone that Intl does not know. */
export const dateFormat = remembered(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** A number formatter. Throws a RangeError for a locale or currency that Intl does not know. */
export const numberFormat = remembered(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
