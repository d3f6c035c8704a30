/** Half-open range of UTF-16 offsets into a source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with the name it is reported under: a file path, or what the API calls it. */
export interface Source {
  readonly name: string;
  readonly text: string;
}
