const maxLength = 60;

/** Text of the author inside a message: between backticks, shortened, and with no character that would break the line. */
export function quote(text: string): string {
  const characters = Array.from(text.slice(0, 2 * maxLength + 2));
  const short = characters.length > maxLength ? `${characters.slice(0, maxLength).join("")}…` : text;
  return `\`${short.replace(unprintable, "\uFFFD")}\``;
}

/** Controls, line breaks and half surrogate pairs: what a terminal must not be sent. */
export const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;
