const domain = /^(?:https?:\/\/)?(?:www\.)?(?:[^@\s]+@)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:\/\S*)?$/iu;

/** The domain where a text looks like one, alone or in an e-mail or web address; undefined where it looks like a name. */
export const domainIn = (text: string): string | undefined => domain.exec(text)?.[1]?.toLowerCase();
