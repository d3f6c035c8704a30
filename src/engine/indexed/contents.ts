import { foldVariants, groupBy } from "../../std/index.ts";
import type { Scan } from "./endsTrie.ts";
import { scanPlaces } from "./places.ts";

/** A text with its number. */
export interface Content {
  readonly text: string;
  readonly number: number;
}

/**
 * Finds all texts that a value contains.
 *
 * Not every character is looked at: where a text is at least so long, one of every few places of the value lies within it, and the
 * three characters there tell which texts it could be. The places do not depend on each other, so that the processor looks at
 * several at once; an algorithm that jumps as far as the last characters allow (Wu and Manber, 1994) waits for each.
 *
 * @param contents folded, plain and not empty
 */
export function scanContents(contents: readonly Content[]): Scan {
  const isAscii = ({ text }: Content): boolean => !beyondAscii.test(text);
  const ascii = scanGroups(contents.filter(isAscii));
  const others = contents.filter((content) => !isAscii(content));
  if (others.length === 0) return ascii;
  // Few values have what these need, and it is soon seen.
  const rest = scanGroups(others);
  return (value, found) => {
    ascii(value, found);
    if (beyondAscii.test(value)) rest(value, found);
  };
}

const beyondAscii = /[^\0-\x7f]/;

/** A short text among long ones would bring the places close together for all: each class of lengths has its own pass. */
function scanGroups(contents: readonly Content[]): Scan {
  const groups = groupBy(contents, ({ text }) => classOf(text));
  const scans = Array.from(groups, ([length, group]) => scanGroup(group, length));
  const [only] = scans;
  if (only !== undefined && scans.length === 1) return only;
  return (value, found) => {
    for (const scan of scans) scan(value, found);
  };
}

const classOf = ({ length }: string): number => (length >= 6 ? 6 : length >= 4 ? 4 : length);

/** So many searches by the platform, which are very fast, cost less than a pass that looks at every place. */
const mostSearches = 24;

function scanGroup(contents: readonly Content[], length: number): Scan {
  if (length > 2) return scanPlaces(contents);
  const searches = contents.map(({ text, number }) => ({ number, texts: spellingsOf(text) }));
  const isFew = searches.reduce((sum, { texts }) => sum + texts.length, 0) <= mostSearches;
  return isFew || length === 1 ? searchEach(searches) : scanPlaces(contents);
}

function searchEach(searches: readonly { readonly number: number; readonly texts: readonly string[] }[]): Scan {
  return (value, found) => {
    for (const { number, texts } of searches) {
      for (const text of texts) {
        if (!value.includes(text)) continue;
        found(number);
        break;
      }
    }
  };
}

/** Every text that folds to this one. */
function spellingsOf(text: string): readonly string[] {
  let spellings: readonly string[] = [""];
  for (const unit of text.split("")) {
    spellings = spellings.flatMap((start) => foldVariants(unit).map((variant) => start + variant));
  }
  return spellings;
}
