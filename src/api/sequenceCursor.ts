/** What a cursor of the ingest order holds: told apart from the cursors of other orders. */
export const sequenceCursor = (sequence: bigint): string => `ingested ${sequence}`;

const form = /^ingested (\d{1,18})$/;

/** The sequence in a cursor's content, undefined if the content is another order's. */
export function readSequenceCursor(content: string): bigint | undefined {
  const digits = form.exec(content)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}
