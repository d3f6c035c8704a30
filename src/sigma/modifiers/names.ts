// Names of modifiers that are alike, for what a modifier says about the others.

export const comparators = ["lt", "lte", "gt", "gte"] as const;

export const timeParts = ["minute", "hour", "day", "week", "month", "year"] as const;

/** They open one end of a text, or both. */
export const positions = ["contains", "startswith", "endswith"] as const;

export const base64s = ["base64", "base64offset"] as const;

export const utf16s = ["utf16le", "utf16be", "utf16"] as const;

/** What compares otherwise than as text. */
export const notText = ["re", "cidr", "fieldref", ...comparators, ...timeParts] as const;
