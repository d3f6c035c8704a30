import { splitJson } from "../../std/index.ts";
import type { WireFormat } from "../format.ts";
import { placesIn } from "../lines.ts";

/**
 * JSON of any layout: one object, an array of them, or objects that follow one another with or without anything between.
 *
 * An element that is broken costs nothing but itself as long as its brackets and quotes close. Where they do not, reading ends
 * there, and what came before stays.
 */
export const json: WireFormat = {
  name: "json",
  fits: () => true,
  *items(body) {
    const placeOf = placesIn(body);
    for (const piece of splitJson(body)) {
      const start = placeOf(piece.start);
      if (piece.kind === "broken") yield { kind: "broken", message: piece.message, start };
      else yield { kind: "text", text: body.slice(piece.start, piece.end), start };
    }
  },
};
