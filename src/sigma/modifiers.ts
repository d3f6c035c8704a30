import { all } from "./modifiers/all.ts";
import { cased } from "./modifiers/cased.ts";
import { cidr } from "./modifiers/cidr.ts";
import { contains } from "./modifiers/contains.ts";
import { dotall } from "./modifiers/dotall.ts";
import { endswith } from "./modifiers/endswith.ts";
import { exists } from "./modifiers/exists.ts";
import { ignorecase } from "./modifiers/ignorecase.ts";
import type { Modifier } from "./modifiers/modifier.ts";
import { multiline } from "./modifiers/multiline.ts";
import { re } from "./modifiers/re.ts";
import { startswith } from "./modifiers/startswith.ts";

const modifiers: readonly Modifier[] = [
  contains,
  startswith,
  endswith,
  all,
  cased,
  exists,
  re,
  ignorecase,
  multiline,
  dotall,
  cidr,
];

/** What Sigma 2.1 has and this room has not, yet. */
const later: readonly string[] = [
  ...["neq", "windash", "base64", "base64offset", "wide", "utf16le", "utf16be", "utf16"],
  ...["lt", "lte", "gt", "gte", "fieldref", "expand", "minute", "hour", "day", "week", "month", "year"],
];

const byName = new Map(
  modifiers.flatMap((modifier) => [modifier.name, ...(modifier.aliases ?? [])].map((name) => [name, modifier])),
);

/** The modifier that has this name or alias. Letter case counts. */
export const findModifier = (name: string): Modifier | undefined => byName.get(name);

export const isLaterModifier = (name: string): boolean => later.includes(name);

/** All names and aliases, for suggestions. */
export const modifierNames: readonly string[] = [...byName.keys(), ...later];
