/** A value without the places in it: what a rule means, wherever it stands. */
export function withoutSpans(value: unknown): unknown {
  if (value instanceof Map) return new Map(Array.from(value, ([key, member]) => [key, withoutSpans(member)]));
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([key]) => !places.has(key));
  return Object.fromEntries(members.map(([key, member]) => [key, withoutSpans(member)]));
}

const places = new Set(["span", "base"]);
