/** A text with its number. */
export interface Content {
  readonly text: string;
  readonly number: number;
}

/** Reports the number of each text that is found. */
export type OnFound = (number: number) => void;

/** Looks through a value, whose case does not matter, for all its texts. One that stands in it twice may be reported twice. */
export type Scan = (value: string, found: OnFound) => void;
