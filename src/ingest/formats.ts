import type { WireFormat } from "./format.ts";
import { json } from "./formats/json.ts";
import { ndjson } from "./formats/ndjson.ts";

/** In the order in which they are asked. */
const formats: readonly WireFormat[] = [ndjson];

/** The format that a body is written in. Its media type is heard where the content leaves a choice: shippers mislabel. */
export function chooseFormat(body: string, mediaType: string): WireFormat {
  return formats.find((format) => format.fits(body, mediaType)) ?? json;
}
