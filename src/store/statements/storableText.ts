/** PostgreSQL's text cannot hold U+0000: shown as U+FFFD in columns; the record itself keeps it escaped. */
export function storableText(text: string): string;
export function storableText(text: string | null): string | null;
export function storableText(text: string | null): string | null {
  return text?.includes("\0") ? text.replaceAll("\0", "\u{FFFD}") : text;
}
