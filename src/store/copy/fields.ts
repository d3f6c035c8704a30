import { storableText } from "../statements/storableText.ts";

/**
 * Values as PostgreSQL's binary format has them, each after its length.
 *
 * @see PostgreSQL, "COPY", Binary Format; the receive functions of each type
 */
export interface Field<Value> {
  /** Bytes that it takes at most, its length not counted. */
  readonly room: (value: Value) => number;
  /** Writes it and returns how many bytes it took. */
  readonly write: (to: Buffer, at: number, value: Value) => number;
}

const fixed = <Value>(bytes: number, put: (to: Buffer, at: number, value: Value) => unknown): Field<Value> => ({
  room: () => bytes,
  write: (to, at, value) => {
    put(to, at, value);
    return bytes;
  },
});

export const smallint = fixed<number>(2, (to, at, value) => to.writeInt16BE(value, at));
export const int = fixed<number>(4, (to, at, value) => to.writeInt32BE(value, at));
export const bigint = fixed<bigint>(8, (to, at, value) => to.writeBigInt64BE(value, at));
export const boolean = fixed<boolean>(1, (to, at, value) => to.writeUInt8(value ? 1 : 0, at));

const year2000Ms = Date.UTC(2000);

/** Microseconds since 2000. */
export const timestamptz = fixed<Date>(8, (to, at, value) =>
  to.writeBigInt64BE(BigInt(value.getTime() - year2000Ms) * 1_000n, at),
);

export const uuid = fixed<string>(16, (to, at, value) => to.write(value.replaceAll("-", ""), at, "hex"));

/** UTF-8 of a string takes at most three bytes a unit. */
const mostBytes = 3;

/** What a text column cannot hold is replaced: see `storableText`. */
export const text: Field<string> = {
  room: (value) => value.length * mostBytes,
  write: (to, at, value) => to.write(storableText(value), at),
};

/** Text without U+0000, such as JSON. */
export const json: Field<string> = { room: text.room, write: (to, at, value) => to.write(value, at) };

const textOid = 25;
/** Dimensions, whether there are NULLs, the type of the members; length and lower bound of the only dimension. */
const arrayHead = 20;

export const textArray: Field<readonly string[]> = {
  room: (values) => values.reduce((total, value) => total + 4 + text.room(value), arrayHead),
  write: (to, at, values) => {
    const head = [values.length === 0 ? 0 : 1, 0, textOid, ...(values.length === 0 ? [] : [values.length, 1])];
    let end = head.reduce((place, number) => to.writeInt32BE(number, place), at);
    for (const value of values) end = writeSized(to, end, value, text);
    return end - at;
  },
};

/** Writes a value after its length and returns where it ends. */
export function writeSized<Value>(to: Buffer, at: number, value: Value, { write }: Field<Value>): number {
  const length = write(to, at + 4, value);
  return to.writeInt32BE(length, at) + length;
}
