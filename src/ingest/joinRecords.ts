import { joinedKey, joinKeyOf, shapeOverLimit, textOverLimit, type JsonObject, type Limits } from "../event/index.ts";
import type { DecodedRecord } from "./decoded.ts";

/**
 * Joins records that are parts of one event: those that the Linux audit system writes with the same time and serial number.
 *
 * The joined record is `{"audit_records":[..]}` with the records in their order, and its text has theirs unchanged. It stands in the
 * place of the last of them and has its ordinal. Records that would be over a limit together stay apart.
 */
export function joinRecords(records: readonly DecodedRecord[], limits: Limits): readonly DecodedRecord[] {
  const groups = groupsOf(records);
  if (groups.size === 0) return records;
  const joined = new Map<DecodedRecord, readonly DecodedRecord[]>();
  for (const group of groups.values()) {
    const whole = group.length > 1 ? join(group, limits) : undefined;
    if (whole !== undefined) group.forEach((part, at) => joined.set(part, at === group.length - 1 ? [whole] : []));
  }
  return records.flatMap((record) => joined.get(record) ?? [record]);
}

/** An event's records come within so many of one another, as other events come in between. */
const farthest = 200;

/** So many records of events that go on and on are held at most: more would not be joined either. */
const mostHeld = 10_000;

/**
 * Parts what is read of a longer stream: records whose events may go on in what follows, and the others.
 *
 * @returns the records that can be joined now, and those that must wait for the next portion
 */
export function heldBack(records: readonly DecodedRecord[]): readonly [ready: DecodedRecord[], held: DecodedRecord[]] {
  const open = new Set([...groupsOf(records.slice(-farthest)).keys()]);
  const ready: DecodedRecord[] = [];
  const held: DecodedRecord[] = [];
  for (const record of records) (isOpen(record, open) ? held : ready).push(record);
  return held.length > mostHeld ? [[...records], []] : [ready, held];
}

function isOpen(record: DecodedRecord, open: ReadonlySet<string>): boolean {
  const key = open.size === 0 ? undefined : keyOf(record);
  return key !== undefined && open.has(key);
}

function groupsOf(records: readonly DecodedRecord[]): ReadonlyMap<string, DecodedRecord[]> {
  const groups = new Map<string, DecodedRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}

/** Records of which their senders say different things are not of one event. */
function keyOf({ record, logsource, timeMs }: DecodedRecord): string | undefined {
  const key = joinKeyOf(record);
  return key === undefined ? undefined : JSON.stringify([key, logsource, timeMs]);
}

function join(parts: readonly DecodedRecord[], limits: Limits): DecodedRecord | undefined {
  const last = parts.at(-1);
  const text = `{"${joinedKey}":[${parts.map((part) => part.text).join(",")}]}`;
  const record: JsonObject = { [joinedKey]: parts.map((part) => part.record) };
  if (last === undefined || textOverLimit(text, limits) || shapeOverLimit(record, limits)) return undefined;
  const ids = parts.flatMap(({ clientId }) => clientId ?? []);
  return { ...last, text, record, ...(ids.length > 0 && { clientId: ids.join("\n") }) };
}
