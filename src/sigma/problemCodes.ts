interface CodeEntry {
  readonly severity: "error" | "warning";
  /** What is wrong, in one sentence, whatever the rule. */
  readonly explanation: string;
}

/** Every problem that this room can find. A code is public API: add codes, never rename one. */
export const problemCodes = {
  "yaml-syntax": { severity: "error", explanation: "The text is not YAML." },
  "yaml-too-deep": { severity: "error", explanation: "Maps and lists are nested more than 64 deep." },
  "yaml-alias": {
    severity: "error",
    explanation: "YAML aliases (`*name`) are refused: each value stands where it is used.",
  },
  "yaml-tag": { severity: "error", explanation: "YAML tags (`!name`) are refused, but for `!!str`." },
  "yaml-key": { severity: "error", explanation: "The key of a map is a map or a list." },
  "duplicate-key": { severity: "error", explanation: "A map has the same key twice; one of the two would be lost." },
  "invalid-character": { severity: "error", explanation: "A value holds U+0000 or half of a surrogate pair." },
  "source-too-large": {
    severity: "error",
    explanation:
      "The text is larger than 1,048,576 UTF-16 units, holds more than 10,000 documents, or asks for too much work.",
  },
  "too-many-problems": {
    severity: "error",
    explanation: "There are more than 1,000 problems; the rest is not listed.",
  },
  "no-document": { severity: "error", explanation: "The text holds no document." },
  "invalid-document": { severity: "error", explanation: "A document is not a map." },
  "ambiguous-document": {
    severity: "error",
    explanation: "A document is more than one of rule, filter and correlation.",
  },
  "invalid-action": {
    severity: "error",
    explanation: "The `action` of a document is none of Sigma's, or has something beside it that it cannot have.",
  },
  "lone-action": { severity: "error", explanation: "There is no rule that an `action` could act on." },
  "unreadable-action": {
    severity: "error",
    explanation: "A document that the following ones seem to depend on is not YAML; they are not read.",
  },
  "overridden-global": {
    severity: "warning",
    explanation:
      "A document and the global document before it have different values for a key; the document's own counts.",
  },
  "missing-key": { severity: "error", explanation: "A key that every rule must have is absent or empty." },
  "wrong-type": { severity: "error", explanation: "The value of a key has the wrong type." },
  "too-long": { severity: "error", explanation: "A title, id or name is longer than Sigma allows." },
  "unknown-status": { severity: "error", explanation: "The status is none of Sigma's." },
  "unknown-level": { severity: "error", explanation: "The level is none of Sigma's." },
  "unknown-relation": { severity: "error", explanation: "The type of a related rule is none of Sigma's." },
  "rule-too-large": {
    severity: "error",
    explanation: "The detection has more selections, modifiers or characters of conditions than any rule needs.",
  },
  "empty-selection": { severity: "error", explanation: "A selection, or a part of one, has nothing in it." },
  "empty-values": { severity: "error", explanation: "A field has an empty list of values, which nothing could match." },
  "empty-keyword": { severity: "error", explanation: "A keyword is empty, so that every event would match." },
  "nested-value": { severity: "error", explanation: "A field's value is a map or a nested list." },
  "invalid-value": { severity: "error", explanation: "A modifier cannot be applied to this value." },
  "unknown-modifier": { severity: "error", explanation: "There is no such modifier in Sigma." },
  "several-operators": {
    severity: "error",
    explanation: "An item has more than one modifier that says how to compare.",
  },
  "conflicting-modifiers": { severity: "error", explanation: "Two modifiers make no sense together." },
  "misplaced-modifier": { severity: "error", explanation: "A modifier stands behind one that it must stand before." },
  "repeated-modifier": { severity: "error", explanation: "A modifier stands twice in an item." },
  "needs-field": { severity: "error", explanation: "A modifier asks about a field, and there is none." },
  "misplaced-flag": { severity: "error", explanation: "A flag of regular expressions does not follow `re`." },
  "exists-not-alone": { severity: "error", explanation: "`exists` stands beside another modifier." },
  "exists-without-field": { severity: "error", explanation: "`exists` asks for no field." },
  "invalid-exists": { severity: "error", explanation: "`exists` takes one value, true or false." },
  "invalid-regex": {
    severity: "error",
    explanation: "A regular expression is wrong, or needs what linear time does not allow.",
  },
  "invalid-cidr": { severity: "error", explanation: "The value of `cidr` is not an IPv4 or IPv6 network." },
  "encoded-wildcard": { severity: "error", explanation: "A value with a wildcard cannot be encoded in base64." },
  "invalid-number": { severity: "error", explanation: "The value of `lt`, `lte`, `gt` or `gte` is not a number." },
  "invalid-time-part": {
    severity: "error",
    explanation: "The value of `minute`, `hour`, `day`, `week`, `month` or `year` is not a number that there is.",
  },
  "unresolved-placeholder": { severity: "error", explanation: "A value needs a list that is not there." },
  "empty-condition": { severity: "error", explanation: "A condition has nothing in it." },
  "incomplete-condition": { severity: "error", explanation: "A condition ends where a selection should follow." },
  "unexpected-token": { severity: "error", explanation: "A condition holds something where it cannot stand." },
  "unclosed-parenthesis": { severity: "error", explanation: "A parenthesis of a condition is never closed." },
  "condition-too-deep": {
    severity: "error",
    explanation: "A condition nests parentheses and `not` more than 64 deep.",
  },
  "deprecated-aggregation": {
    severity: "error",
    explanation: "Aggregations behind `|` are not part of Sigma any more.",
  },
  "unknown-selection": { severity: "error", explanation: "A condition names a selection that is not there." },
  "unmatched-glob": { severity: "error", explanation: "A pattern of a condition names no selection." },
  "unmatched-filter-glob": {
    severity: "warning",
    explanation: "A pattern of a filter's condition names no selection, so that part of it never holds.",
  },
  "invalid-quantifier": {
    severity: "error",
    explanation: "`N of` asks for none, or for more selections than there are.",
  },
  "unknown-correlation-type": { severity: "error", explanation: "The type of a correlation is none of Sigma's." },
  "invalid-timespan": { severity: "error", explanation: "A timespan is not a number above zero with a unit." },
  "ignored-key": { severity: "warning", explanation: "A key means nothing where it stands, and is passed over." },
  "duplicate-item": { severity: "warning", explanation: "A rule or a field is listed twice in a correlation." },
  "missing-bound": { severity: "error", explanation: "The condition of a correlation compares with nothing." },
  "impossible-bounds": { severity: "error", explanation: "The condition of a correlation can never hold." },
  "missing-percentile": {
    severity: "warning",
    explanation: "A `value_percentile` does not say which percentile it compares, so it cannot be evaluated.",
  },
  "invalid-percentile": { severity: "error", explanation: "A percentile is not a number from 0 to 100." },
  "unlisted-rule": {
    severity: "error",
    explanation: "A condition or an alias of a correlation names a rule that the correlation does not list.",
  },
  "unused-rule": { severity: "warning", explanation: "A correlation lists a rule that its condition does not name." },
  "unknown-rule": { severity: "error", explanation: "A correlation names a rule that is not there." },
  "ambiguous-rule": { severity: "error", explanation: "A correlation names a rule by what several rules are called." },
  "correlation-cycle": { severity: "error", explanation: "A correlation looks at itself, directly or through others." },
  "unknown-filtered-rule": { severity: "warning", explanation: "A filter names a rule that is not there." },
  "unused-alias": { severity: "warning", explanation: "A correlation has an alias that nothing groups by." },
  "invalid-pipeline": { severity: "error", explanation: "The text is not one document with a processing pipeline." },
  "unknown-transformation": { severity: "error", explanation: "A pipeline has a transformation that does not exist." },
  "unsafe-transformation": {
    severity: "error",
    explanation: "A transformation would read files, call URLs or run commands, which is refused.",
  },
  "unsupported-transformation": {
    severity: "error",
    explanation: "A transformation makes something that only a query could hold, or is not documented.",
  },
  "unknown-processing-condition": {
    severity: "error",
    explanation: "A step of a pipeline has a condition that does not exist, or its expression names one.",
  },
  "unused-processing-condition": {
    severity: "error",
    explanation: "The expression of a step does not name one of its conditions.",
  },
  "unknown-parameter": { severity: "error", explanation: "A pipeline has a key that means nothing where it stands." },
  "invalid-parameter": { severity: "error", explanation: "A parameter of a pipeline has a value that it cannot have." },
  "refused-by-pipeline": { severity: "error", explanation: "A pipeline says that it cannot be used for this rule." },
  "failed-transformation": { severity: "error", explanation: "A transformation cannot be applied to this rule." },
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type ProblemCode = keyof typeof problemCodes;
