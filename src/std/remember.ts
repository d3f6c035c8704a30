/** So many are kept where nothing else is said. */
const usual = 20_000;

/** Keeps what a function gave for each name. Names come from rules, and from people who ask: no more than `most` are kept. */
export function remember<Value>(make: (name: string) => Value, most = usual): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const value = make(name);
    made.set(name, value);
    return value;
  };
}
