import { describe, expect, test } from "vitest";
import { processed } from "./process.ts";

describe("replace_string", () => {
  test.each([
    { parameters: "regex: a, replacement: b", body: "{F: banana}", made: "bbnbnb", because: "every match" },
    {
      parameters: "regex: 'x', replacement: 'y'",
      body: String.raw`{F: 'C:\\*\?'}`,
      made: String.raw`C:\…?`,
      because: "no match changes nothing",
    },
    { parameters: "regex: '(a)(n)', replacement: '\\2\\g<1>'", body: "{F: banana}", made: "bnanaa", because: "groups" },
    {
      parameters: "regex: '(?P<l>n)', replacement: '[\\g<l>\\g<0>]'",
      body: "{F: an}",
      made: "a[nn]",
      because: "names",
    },
    {
      parameters: "regex: '^\\*\\\\', replacement: '*/'",
      body: String.raw`{F|endswith: '\cmd.exe'}`,
      made: "…/cmd.exe",
      because: "wildcards are seen",
    },
    {
      parameters: "regex: '\\\\+', replacement: '/'",
      body: String.raw`{F: 'C:\Users\\*\x'}`,
      made: "C:/Users/…/x",
      because: "backslashes before wildcards are text",
    },
    {
      parameters: "regex: exe, replacement: '*'",
      body: "{F: a.exe}",
      made: "a.…",
      because: "a wildcard may be put in",
    },
    {
      parameters: "regex: exe, replacement: '\\*'",
      body: "{F: a.exe}",
      made: "a.*",
      because: "and a star that is none",
    },
    {
      parameters: "regex: b, replacement: c",
      body: String.raw`{F: 'a\*b*'}`,
      made: "a*c…",
      because: "a literal star stays one",
    },
    {
      parameters: "regex: '.', replacement: x, skip_special: true",
      body: "{F: 'ab*c?'}",
      made: "xx…x¿",
      because: "wildcards are skipped",
    },
    {
      parameters: "regex: c, replacement: '*', skip_special: true",
      body: "{F: 'ab*c'}",
      made: "ab…*",
      because: "what is put in is text",
    },
    {
      parameters: "regex: c, replacement: '?', skip_special: true, interpret_special: true",
      body: "{F: 'ab*c'}",
      made: "ab…¿",
      because: "or it is read",
    },
    { parameters: "regex: '^4', replacement: '5'", body: "{F: 4688}", made: "5688", because: "a number becomes text" },
    { parameters: "regex: x, replacement: y", body: "{F: 4688}", made: "#4688", because: "or stays a number" },
    {
      parameters: "regex: '-', replacement: '+'",
      body: "{F|windash: '-x -y'}",
      made: "¬x ¬y",
      because: "what windash made is no text",
    },
    {
      parameters: "regex: x, replacement: z",
      body: "{F|windash: '-x -y'}",
      made: "¬z ¬y",
      because: "what stands between is",
    },
    { parameters: "regex: x, replacement: y", body: "{F|re: x}", made: "/x/", because: "expressions are left alone" },
    {
      parameters: "regex: a, replacement: ''",
      body: "{F|cased: a}",
      made: "!",
      because: "nothing may be left, and it stays cased",
    },
  ])("with $parameters makes of $body: $made, for $because", ({ parameters, body, made }) => {
    const [, item = ""] =
      /^\(and F[^=]*=(.*)\)$/s.exec(processed(`- {type: replace_string, ${parameters}}`, body)) ?? [];
    expect(item).toBe(made);
  });
});

test.each([
  { body: "{F: one}", made: "(and F=1)" },
  { body: "{F: [One, one]}", made: "(and F=One,1)" },
  { body: "{F|endswith: x}", made: "(and F|endswith=…y…)" },
  { body: "{F|contains|all: [many, c]}", made: "(and F|contains|all=…many…&…c…)" },
  { body: "{F|neq: many}", made: "(and F|neq=!m1/m2¿)" },
  { body: "{F: 1}", made: "(and F=#1)" },
])("map_string makes of $body: $made", ({ body, made }) => {
  expect(processed("- {type: map_string, mapping: {one: '1', '*x': '*y*', many: [m1, 'm2?'], '1': no}}", body)).toBe(
    made,
  );
});

test.each([
  { value: "x*", made: "x…", because: "a string has wildcards" },
  { value: "5", made: "#5", because: "a number is one" },
  { value: "true", made: "true", because: "a boolean is one" },
  { value: "null", made: "null", because: "null is one" },
  { value: "5, force_type: str", made: "5", because: "a number may be forced to be text" },
  { value: "'5', force_type: num", made: "#5", because: "and text to be a number" },
])("set_value of $value puts $made in place of all values: $because", ({ value, made }) => {
  expect(processed(`- {type: set_value, value: ${value}}`, "{F: [a, 1]}")).toBe(`(and F=${made})`);
});

test.each([
  { target: "str", body: "{F: [1, x, null, true]}", made: "(and F=1,x,null,true)" },
  { target: "num", body: "{F: ['1', 2, null]}", made: "(and F=#1,#2,null)" },
  { target: "num", body: "{F|re: '1'}", made: "(and F|re=/1/)" },
  { target: "num", body: "{F: one}", made: "failed-transformation: `convert_type` cannot make a number of `one`" },
])("convert_type to $target makes of $body: $made", ({ target, body, made }) => {
  expect(processed(`- {type: convert_type, target_type: ${target}}`, body)).toBe(made);
});

test.each([
  { parameters: "", body: "{F|contains: 'a.b'}", made: String.raw`/^.*a\.b.*$/is` },
  { parameters: ", method: ignore_case_flag", body: "{F: 'x?(y)'}", made: String.raw`/^x.\(y\)$/is` },
  { parameters: ", method: plain", body: "{F: ab}", made: "/^ab$/s" },
  { parameters: "", body: "{F|cased: ab}", made: "/^ab$/s" },
  { parameters: "", body: "{F: ''}", made: "" },
  { parameters: "", body: "{F: 5}", made: "#5" },
])("regex$parameters makes of $body: $made", ({ parameters, body, made }) => {
  const shown = processed(`- {type: regex${parameters}}`, body);
  expect(shown.replace(/^\(and F[^=]*=(.*)\)$/s, "$1")).toBe(made);
});

test.each([
  { method: "lower", made: "(and F=ab…cd)" },
  { method: "upper", made: "(and F=AB…CD)" },
  { method: "snake_case", made: "(and F=ab…cd)" },
])("case with $method changes what stands between wildcards", ({ method, made }) => {
  expect(processed(`- {type: case, method: ${method}}`, "{F: 'Ab*CD'}")).toBe(made);
});

const md5 = "0123456789abcdef0123456789ABCDEF";

test.each([
  {
    body: `{Hashes|contains: 'MD5=${md5}'}`,
    made: `(and hash.MD5|contains=${md5}…)`,
    because: "the algorithm is named",
  },
  {
    body: "{Hashes|contains: ['md5=AB', 'SHA1=CD', 'MD5=EF']}",
    made: "(and (or hash.MD5|contains=AB…,EF… hash.SHA1|contains=CD…))",
    because: "several are alternatives",
  },
  {
    body: "{Hashes|contains|all: ['MD5=AB', 'SHA1=CD']}",
    made: "(and (and hash.MD5|contains|all=AB… hash.SHA1|contains|all=CD…))",
    because: "unless all are asked for",
  },
  {
    body: "{Hashes|contains|neq: ['MD5=AB', 'SHA1=CD']}",
    made: "(and (and hash.MD5|contains|neq=!AB… hash.SHA1|contains|neq=!CD…))",
    because: "none of them",
  },
  { body: `{Hashes: '${md5}'}`, made: `(and hash.MD5=${md5})`, because: "the length tells" },
  {
    body: "{Hashes: ['MD5|AB', 'IMPHASH=CD']}",
    made: "(and (or hash.MD5=AB Hashes=IMPHASH=CD))",
    because: "another algorithm stays",
  },
  {
    body: "{Hashes: 'IMPHASH=CD'}",
    made: "failed-transformation: `hashes_fields` finds no hash here: one of MD5, SHA1",
    because: "there is none",
  },
  { body: "{Hashes: null}", made: "(and Hashes=null)", because: "null is no hash" },
])("hashes_fields makes of $body: $made, for $because", ({ body, made }) => {
  const step = "- {type: hashes_fields, valid_hash_algos: [MD5, SHA1], field_prefix: hash.}";
  expect(processed(step, body)).toBe(made);
});

test("hashes_fields may use one field for all algorithms", () => {
  const step = "- {type: hashes_fields, valid_hash_algos: [MD5, SHA1], field_prefix: hash, drop_algo_prefix: true}";
  expect(processed(step, "{Hashes: ['MD5=AB', 'SHA1=CD']}")).toBe("(and hash=AB,CD)");
});

describe("placeholders", () => {
  const vars = "vars: {users: [root, 'adm*'], one: single, ports: [22, 8022], bad: {a: b}}";
  test.each([
    {
      steps: "- type: value_placeholders",
      body: "{F|expand: '%users%'}",
      made: "root/adm…",
      because: "values are alternatives",
    },
    {
      steps: "- type: value_placeholders",
      body: "{F|contains|expand: 'x %one% %users%'}",
      made: "…x single root…/…x single adm…",
      because: "each combination",
    },
    {
      steps: "- type: value_placeholders",
      body: "{F|expand: '%ports%'}",
      made: "22/8022",
      because: "numbers are text",
    },
    { steps: "- type: wildcard_placeholders", body: "{F|expand: 'a%none%'}", made: "a…", because: "anything will do" },
    {
      steps: "- {type: value_placeholders, include: [users]}",
      body: "{F|expand: ['%users%', '%one%']}",
      made: "root/adm…,%one%",
      because: "others wait",
    },
    {
      steps: "- {type: value_placeholders, exclude: [one]}",
      body: "{F|expand: ['%users%', '%one%']}",
      made: "root/adm…,%one%",
      because: "excluded ones wait",
    },
    {
      steps: "- {type: value_placeholders, include: [one]}\n- type: wildcard_placeholders",
      body: "{F|expand: '%one% %none%'}",
      made: "single …",
      because: "two steps may fill one value",
    },
    {
      steps: "- type: value_placeholders",
      body: "{F: '%users%'}",
      made: "%users%",
      because: "without `expand` it is text",
    },
  ])("$steps makes of $body: $made, for $because", ({ steps, body, made }) => {
    const shown = processed(steps, body, vars);
    expect(shown.replace(/^\(and F[^=]*=(.*)\)$/s, "$1")).toBe(made);
  });

  test.each(["none", "bad"])("a variable that is no list of values, such as %s, is a failure", (name) => {
    expect(processed("- type: value_placeholders", `{F|expand: '%${name}%'}`, vars)).toMatch(/^failed-transformation/);
  });
});

test("a replacement that grows without end is refused", () => {
  const step = "- {type: replace_string, regex: a, replacement: aa}";
  expect(processed(`${step}\n`.repeat(60), "{F: a}")).toMatch(/^rule-too-large/);
});

test("a replacement in a text that is endless itself is refused", () => {
  expect(processed("- {type: replace_string, regex: a, replacement: b}", `{F: ${"a".repeat(10_001)}}`)).toMatch(
    /^rule-too-large/,
  );
});
