import { all } from "./modifiers/all.ts";
import { base64 } from "./modifiers/base64.ts";
import { base64offset } from "./modifiers/base64offset.ts";
import { cased } from "./modifiers/cased.ts";
import { cidr } from "./modifiers/cidr.ts";
import { contains } from "./modifiers/contains.ts";
import { day } from "./modifiers/day.ts";
import { dotall } from "./modifiers/dotall.ts";
import { endswith } from "./modifiers/endswith.ts";
import { exists } from "./modifiers/exists.ts";
import { expand } from "./modifiers/expand.ts";
import { fieldref } from "./modifiers/fieldref.ts";
import { gt } from "./modifiers/gt.ts";
import { gte } from "./modifiers/gte.ts";
import { hour } from "./modifiers/hour.ts";
import { ignorecase } from "./modifiers/ignorecase.ts";
import { lt } from "./modifiers/lt.ts";
import { lte } from "./modifiers/lte.ts";
import { minute } from "./modifiers/minute.ts";
import type { Modifier } from "./modifiers/modifier.ts";
import { month } from "./modifiers/month.ts";
import { multiline } from "./modifiers/multiline.ts";
import { neq } from "./modifiers/neq.ts";
import { re } from "./modifiers/re.ts";
import { startswith } from "./modifiers/startswith.ts";
import { utf16 } from "./modifiers/utf16.ts";
import { utf16be } from "./modifiers/utf16be.ts";
import { utf16le } from "./modifiers/utf16le.ts";
import { week } from "./modifiers/week.ts";
import { windash } from "./modifiers/windash.ts";
import { year } from "./modifiers/year.ts";

/** All of Sigma 2.1, appendix "Modifiers", in its order. */
const modifiers: readonly Modifier[] = [
  ...[all, startswith, endswith, contains, exists, cased, neq],
  windash,
  ...[re, ignorecase, multiline, dotall],
  ...[base64, base64offset, utf16le, utf16be, utf16],
  ...[lt, lte, gt, gte],
  ...[minute, hour, day, week, month, year],
  cidr,
  ...[expand, fieldref],
];

const byName = new Map(
  modifiers.flatMap((modifier) => [modifier.name, ...(modifier.aliases ?? [])].map((name) => [name, modifier])),
);

/** The modifier that has this name or alias. Letter case counts. */
export const findModifier = (name: string): Modifier | undefined => byName.get(name);

/** All names and aliases, for suggestions. */
export const modifierNames: readonly string[] = [...byName.keys()];
