import { pick, type Random } from "./random.ts";

/** What means something to YAML, to Sigma, or looks as if it did. */
const pieces: readonly string[] = [
  ..."a B 0 ä 😀 ' \" \\ / : # - ? * | > % @ ` & ! [ ] { } , . = ~ $ ( ) + ^ ;".split(" "),
  ...[
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    "\u0000",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\ufeff",
    "\u200b",
    "\u007f",
  ],
  ...[
    "---",
    "\n---\n",
    "\n...",
    ": ",
    " #",
    "null",
    "true",
    "no",
    "0x1F",
    "1e5",
    "12",
    "~",
    "<<",
    "C:\\Windows\\*",
    "\\\\",
  ],
];

/** A short text of pieces that are hard to write down; no U+0000, which no rule may hold. */
export function randomText(next: Random, most = 8): string {
  let text = "";
  for (let count = next(most); count > 0; count--) text += pick(next, pieces);
  return text.replaceAll("\0", "");
}
