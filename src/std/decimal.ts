/**
 * The one spelling of a number: digits without an exponent, a plus sign or needless zeros; `-0` is `0`.
 *
 * Two texts name the same number exactly when their canonical spellings are equal, however large they are.
 *
 * @param text a decimal number such as `+007.50`, `.5` or `1e3`; an exponent has at most three digits
 * @returns undefined if the text is anything else
 */
export function canonicalDecimal(text: string): string | undefined {
  if (isShortDecimal(text)) return text;
  const [, sign, whole = "", fraction = "", exponent = "0"] = decimal.exec(text) ?? [];
  if (whole + fraction === "") return undefined;
  const digits = shift({ whole, fraction }, Number(exponent));
  const canonical = join(trimStart(digits.whole), trimEnd(digits.fraction));
  return sign === "-" && canonical !== "0" ? `-${canonical}` : canonical;
}

/**
 * Whether a text is a whole number of at most nine digits that is spelled in the one way already, as ports and codes are. A loop: it takes
 * half the time of a regular expression.
 */
export function isShortDecimal(text: string): boolean {
  if (text.length === 0 || text.length > 9) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < digitZero || code > digitZero + 9) return false;
  }
  return text.length === 1 || text.charCodeAt(0) !== digitZero;
}

const digitZero = 48;

/**
 * The one spelling of a number as rules write it: decimal, or hexadecimal (`0x1F`) or octal (`0o17`) as in YAML 1.2.
 *
 * @returns undefined if the text is anything else
 */
export const canonicalNumber = (text: string): string | undefined =>
  based.test(text) ? BigInt(text).toString() : canonicalDecimal(text);

/** Less than 0, 0 or more than 0, as the first of two canonical spellings is less than, equal to or more than the second. */
export function compareDecimals(one: string, other: string): number {
  const [isNegative, isOtherNegative] = [one.startsWith("-"), other.startsWith("-")];
  if (isNegative !== isOtherNegative) return isNegative ? -1 : 1;
  return isNegative ? compareDigits(other.slice(1), one.slice(1)) : compareDigits(one, other);
}

/** The canonical decimal text of a number: 1e21 has 22 digits. Not finite: JavaScript's word for it. */
export function decimalText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : (canonicalDecimal(String(value)) ?? String(value));
}

/** Without signs. A longer whole part is more; else the characters decide, as both have the same form. */
function compareDigits(one: string, other: string): number {
  const longer = wholeLength(one) - wholeLength(other);
  if (longer !== 0) return longer;
  return one < other ? -1 : Number(one > other);
}

const wholeLength = (digits: string): number => (digits.indexOf(".") < 0 ? digits.length : digits.indexOf("."));

const based = /^0(x[0-9a-f]+|o[0-7]+)$/i;
const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

function shift({ whole, fraction }: Digits, by: number): Digits {
  const point = whole.length + by;
  const digits = "0".repeat(Math.max(0, -point)) + (whole + fraction).padEnd(point, "0");
  return { whole: digits.slice(0, Math.max(0, point)), fraction: digits.slice(Math.max(0, point)) };
}

const join = (whole: string, fraction: string): string => (whole || "0") + (fraction === "" ? "" : `.${fraction}`);

const trimStart = (digits: string): string => digits.replace(/^0+/, "");

/** A loop, because the regular expression for it takes quadratic time. */
function trimEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}
