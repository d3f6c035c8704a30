import { type Field, writeSized } from "./fields.ts";

/** A column's name, and how a row's value of it is written. */
export interface Column<Row> {
  readonly name: string;
  readonly room: (row: Row) => number;
  /** Writes the value with its length before it, and returns where it ends. */
  readonly write: (to: Buffer, at: number, row: Row) => number;
}

const nullLength = -1;
const lengthBytes = 4;

/** A column of a table that is copied to. */
export const column = <Row, Value>(
  name: string,
  field: Field<Value>,
  read: (row: Row) => Value | null,
): Column<Row> => ({
  name,
  room: (row) => {
    const value = read(row);
    return lengthBytes + (value === null ? 0 : field.room(value));
  },
  write: (to, at, row) => {
    const value = read(row);
    return value === null ? to.writeInt32BE(nullLength, at) : writeSized(to, at, value, field);
  },
});

/** About so many bytes at a time: others have their turn in between. */
const messageBytes = 2 ** 18;
const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
/** A message begins with its kind and its length. */
const headBytes = 5;
const copyData = 0x64;
/** CopyDone, which has no content. */
const copyDone = Buffer.from([0x63, 0, 0, 0, lengthBytes]);
const noMoreRows = -1;

/** Rows as the messages of PostgreSQL's protocol that COPY ... FROM STDIN (FORMAT binary) waits for. */
export function* copyMessages<Row>(rows: Iterable<Row>, columns: readonly Column<Row>[]): Generator<Buffer> {
  let message = Buffer.allocUnsafeSlow(messageBytes);
  let end = headBytes + signature.copy(message, headBytes);
  for (const row of rows) {
    const room = columns.reduce((total, one) => total + one.room(row), 2 + copyDone.length + 2);
    if (end + room > message.length) {
      yield finished(message, end);
      message = Buffer.allocUnsafeSlow(Math.max(messageBytes, headBytes + room));
      end = headBytes;
    }
    end = message.writeInt16BE(columns.length, end);
    for (const one of columns) end = one.write(message, end, row);
  }
  end = message.writeInt16BE(noMoreRows, end);
  yield finished(message, end);
  yield copyDone;
}

function finished(message: Buffer, end: number): Buffer {
  message.writeUInt8(copyData, 0);
  message.writeInt32BE(end - 1, 1);
  return message.subarray(0, end);
}
