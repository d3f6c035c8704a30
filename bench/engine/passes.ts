import type { RuleSet } from "../../src/engine/index.ts";
import type { Event, JsonObject } from "../../src/event/index.ts";
import { median, pieces, timed } from "./measure.ts";
import { match, normalise } from "./rooms.ts";

/** Microseconds an event, medians of several passes. */
export interface Figures {
  readonly parseUs: number;
  readonly normaliseUs: number;
  readonly matchUs: number;
  readonly matches: number;
}

/**
 * Parses, normalises and matches lines, a piece at a time, several times over. The first passes are not counted: there the code is
 * still being compiled. Normalising includes time, host, user and address, which the service stores.
 *
 * The service does all three with one record before it takes the next. The clock cannot tell the steps of one record apart, so that
 * pieces are as small as it allows: what one step has made is still in the processor's own cache when the next one reads it.
 */
export function measurePasses<Key>(lines: readonly string[], ruleSet: RuleSet<Key>, passes: number): Figures {
  const warmUp = Math.max(2, Math.ceil(warmUpEvents / Math.max(1, lines.length)));
  const all = Array.from({ length: passes + warmUp }, () => pass(lines, ruleSet)).slice(warmUp);
  const of = (name: keyof Figures): number => median(all.map((figures) => figures[name]));
  return { parseUs: of("parseUs"), normaliseUs: of("normaliseUs"), matchUs: of("matchUs"), matches: of("matches") };
}

/** Of Windows events some 80 KB of text, and a step takes a tenth of a millisecond, which the clock tells to a microsecond. */
const pieceSize = 32;

/** Of a small file a few passes would not have code compiled that its rules alone reach. */
const warmUpEvents = 30_000;

function pass<Key>(lines: readonly string[], ruleSet: RuleSet<Key>): Figures {
  const total = { parseUs: 0, normaliseUs: 0, matchUs: 0 };
  let matches = 0;
  for (const piece of pieces(lines, pieceSize)) {
    const records = timed(() => piece.map((line) => JSON.parse(line) as JsonObject));
    const events = timed(() => records.result.map((record, at) => identified(record, piece[at])));
    const found = timed(() => events.result.reduce((sum, event) => sum + match(ruleSet, event).length, 0));
    total.parseUs += records.us;
    total.normaliseUs += events.us;
    total.matchUs += found.us;
    matches += found.result;
  }
  const each = (us: number): number => us / Math.max(1, lines.length);
  return {
    parseUs: each(total.parseUs),
    normaliseUs: each(total.normaliseUs),
    matchUs: each(total.matchUs),
    matches,
  };
}

/** What identity costs is paid here, and so seen. */
let seen = 0;

/** As in the service, the event knows the text that it was parsed from. */
function identified(record: JsonObject, line: string | undefined): Event {
  const event = normalise(record, undefined, line);
  const { timeMs = 0, host = "", user = "", sourceAddress = "" } = event;
  seen += (timeMs % 2) + host.length + user.length + sourceAddress.length;
  return event;
}

/** So that no work can be left out. */
export const witness = (): number => seen;
