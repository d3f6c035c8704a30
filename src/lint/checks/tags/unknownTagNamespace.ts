import { resolveTag } from "../../../attack/index.ts";
import { closest } from "../../../std/index.ts";
import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { tags } from "../../links.ts";

const namespaces = ["attack", "car", "cve", "d3fend", "detection", "stp", "tlp"];

export const unknownTagNamespace = documentCheck({
  code: "unknown-tag-namespace",
  explanation: "A tag is in no namespace, or in one that Sigma does not know.",
  link: tags("namespaces"),
  *find({ rule }) {
    for (const { text, span } of rule.tags) {
      const [namespace = "", ...name] = text.trim().toLowerCase().split(".");
      if (name.length > 0 && namespaces.includes(namespace)) continue;
      const isNamespace = name.length > 0 && !/^t\d{4}$/.test(namespace);
      const message = isNamespace
        ? `there is no namespace ${quote(namespace)}`
        : `the tag ${quote(text)} is in no namespace`;
      yield { span, message, hint: hintFor(text, isNamespace ? namespace : undefined) };
    }
  },
});

/** A tag without a namespace is ATT&CK's most often. */
function hintFor(tag: string, namespace: string | undefined): string {
  if (namespace !== undefined) {
    const meant = closest(namespace, namespaces);
    return meant === undefined ? `one of ${namespaces.join(", ")}` : `did you mean \`${meant}\`?`;
  }
  const { kind } = resolveTag(tag);
  if (kind === "unknown" || kind === "other") return `a tag begins with one of ${namespaces.join(", ")} and a dot`;
  return `write ${quote(
    `attack.${tag
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, "-")}`,
  )}`;
}
