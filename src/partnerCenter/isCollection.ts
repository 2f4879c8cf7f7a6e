/**
 * Whether an answer is a CSP collection: it has items, or says that there are none. Anything else, taken for an empty list,
 * would say that there is nothing. https://learn.microsoft.com/en-us/partner-center/developer/utility-resources
 */
export const isCollection = ({ items, totalCount }: { items?: unknown; totalCount?: unknown }): boolean =>
  items !== undefined || totalCount === 0;
