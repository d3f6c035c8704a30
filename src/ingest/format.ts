import type { Place } from "../event/index.ts";

/** A text that should hold one event, or the place from which the rest of the request cannot be read. */
export type Item =
  | { readonly kind: "text"; readonly text: string; readonly start: Place }
  | { readonly kind: "broken"; readonly message: string; readonly start: Place };

/** A way in which events follow one another in a request. A new one is a file in `formats/` and its line in `formats.ts`. */
export interface WireFormat {
  readonly name: string;
  /** Whether a body is written so. The content decides; the media type only where the content leaves it open. */
  readonly fits: (body: string, mediaType: string) => boolean;
  /** The events of a body, which starts at this line of a longer text, counted from 1. */
  readonly items: (body: string, firstLine?: number) => Iterable<Item>;
}
