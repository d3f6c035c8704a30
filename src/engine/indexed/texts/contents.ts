import { foldVariants, groupBy } from "../../../std/index.ts";
import { beyondAscii } from "./blocks.ts";
import { scanPlaces } from "./places.ts";
import type { Content, Scan } from "./scan.ts";

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

/** A short text among long ones would bring the places close together for all: short ones have a pass of their own. */
function scanGroups(contents: readonly Content[]): Scan {
  const [searched, others] = chooseSearched(contents);
  const groups = groupBy(others, ({ text }) => text.length < 6);
  const scans = [...Array.from(groups.values(), scanPlaces), ...(searched.length > 0 ? [searchEach(searched)] : [])];
  const [only] = scans;
  if (only !== undefined && scans.length === 1) return only;
  return (value, found) => {
    for (const scan of scans) scan(value, found);
  };
}

interface Search {
  readonly number: number;
  readonly texts: readonly string[];
}

/** So many searches by the platform, which are very fast, cost less than a pass that looks at every place. */
const mostSearches = 24;

/** Short texts that have few spellings, as long as they are few; what has none but one letter, however many. */
function chooseSearched(contents: readonly Content[]): readonly [readonly Search[], readonly Content[]] {
  const short = contents.filter(({ text }) => text.length < 6 && text.replace(/[^a-z]/g, "").length <= 1);
  const searches = short.map(({ text, number }) => ({ number, texts: spellingsOf(text) }));
  const isFew = searches.reduce((sum, { texts }) => sum + texts.length, 0) <= mostSearches;
  const searched = new Set(isFew ? short : short.filter(({ text }) => text.length === 1));
  return [
    searches.filter((_, index) => searched.has(short[index] ?? { text: "", number: -1 })),
    contents.filter((content) => !searched.has(content)),
  ];
}

function searchEach(searches: readonly Search[]): Scan {
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
