export const cases = ["lower", "upper", "snake_case"] as const;
export type Case = (typeof cases)[number];

/** A text in lower case, upper case, or as `words_with_underscores`. */
export function changeCase(text: string, to: Case): string {
  switch (to) {
    case "lower":
      return text.toLowerCase();
    case "upper":
      return text.toUpperCase();
    case "snake_case":
      return snakeCase(text);
  }
}

/** A word begins with a capital behind a small letter or digit, or before a small letter: `TargetUserID` is `target_user_id`. */
const snakeCase = (text: string): string =>
  text
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})|([\p{Ll}\p{N}])(?=\p{Lu})/gu, "$1$2_")
    .replace(/[\s-]+/g, "_")
    .toLowerCase();
