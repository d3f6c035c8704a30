import { groupBy } from "../../../std/index.ts";
import { quote } from "../../../sigma/index.ts";
import type { AcrossCheck } from "../../acrossCheck.ts";
import { rules } from "../../links.ts";
import { beginningOf } from "../../subject/entries.ts";
import { readSubject } from "../../subject/readSubject.ts";

export const fileName: AcrossCheck<"file-name"> = {
  code: "file-name",
  explanation: "The name of a file is not 10 to 90 small letters, digits and underscores, and `.yml`.",
  link: rules("yaml-file"),
  *find(all) {
    const bySource = groupBy(all.entries(), ([, { source }]) => source);
    for (const [source, [first]] of bySource) {
      const name = source.name.split(/[/\\]/).at(-1) ?? "";
      if (!first || !/\.ya?ml$/i.test(name) || /^[a-z0-9_]{10,90}\.yml$/.test(name)) continue;
      const [index, { rule }] = first;
      yield {
        index,
        span: beginningOf(readSubject(rule, source, undefined)),
        message: `the file name ${quote(name)} is not what tools agree on`,
        hint: "10 to 90 small letters, digits and underscores, and `.yml`",
      };
    }
  },
};
