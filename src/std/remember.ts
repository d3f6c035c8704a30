/** Keeps what a function gave for each name. Names come from rules, and from people who ask: no more than so many are kept. */
export function remember<Value>(make: (name: string) => Value): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    if (made.size >= mostKept) made.clear();
    const value = make(name);
    made.set(name, value);
    return value;
  };
}

const mostKept = 20_000;
