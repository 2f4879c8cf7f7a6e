/** A code of Partner Center such that its ways of writing are the same, and safe in a list with commas: `Cloud voice` gives `cloudvoice`. */
export const codeKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
