import { expect, test } from "vitest";
import { parseXml } from "../../src/event/parseXml.ts";

test.each([
  { text: "<a>x</a>", json: { a: "x" }, because: "nothing but text is that text" },
  { text: "<a/>", json: { a: "" }, because: "an empty element has the empty text" },
  { text: "<a></a>", json: { a: "" }, because: "in either spelling" },
  { text: `<a N='1' M="2"/>`, json: { a: { "@N": "1", "@M": "2" } }, because: "attributes are marked" },
  { text: `<a xmlns='u' xmlns:b="v" c='1'/>`, json: { a: { "@c": "1" } }, because: "the name of a space is no datum" },
  { text: "<a N='1'>x</a>", json: { a: { "@N": "1", "#text": "x" } }, because: "text beside attributes has a name" },
  { text: "<a><b>1</b><b>2</b><c/></a>", json: { a: { b: ["1", "2"], c: "" } }, because: "equal names make a list" },
  { text: "<a>\n  <b>1</b>\n</a>", json: { a: { b: "1" } }, because: "spaces between elements are layout" },
  {
    text: "<a N=' '> </a>",
    json: { a: { "@N": " ", "#text": " " } },
    because: "spaces that are all there is are text",
  },
  {
    text: "<?xml version='1.0'?><!-- b --><a>x</a>",
    json: { a: "x" },
    because: "instructions and comments say nothing",
  },
  { text: "<a>&lt;&amp;&gt;&quot;&apos;</a>", json: { a: `<&>"'` }, because: "five characters have names" },
  { text: "<a>&#13;&#xA;&#x1F600;</a>", json: { a: "\r\n\u{1F600}" }, because: "others have numbers" },
  { text: "<a>&#xD800;&#x110000;&nbsp;&</a>", json: { a: "&#xD800;&#x110000;&nbsp;&" }, because: "these are none" },
  { text: "<a><![CDATA[<b> & c]]></a>", json: { a: "<b> & c" }, because: "sections are text as it is" },
  { text: "<a.b-c:d>x</a.b-c:d>", json: { "a.b-c:d": "x" }, because: "names have more than letters" },
])("$text is $json: $because", ({ text, json }) => {
  expect(parseXml(text)).toEqual(json);
});

test("an element may be named as anything", () => {
  const json = parseXml("<a><__proto__>x</__proto__><constructor>y</constructor></a>");
  expect(Object.keys(json?.["a"] ?? {})).toEqual(["__proto__", "constructor"]);
});

test.each([
  { text: "", because: "there is nothing" },
  { text: "x", because: "there is no element" },
  { text: "<a>", because: "it does not end" },
  { text: "<a></b>", because: "another element ends" },
  { text: "</a>", because: "nothing was begun" },
  { text: "<a", because: "the tag does not end" },
  { text: "<a N=1/>", because: "a value has no quotes" },
  { text: "<a N='<'/>", because: "a value holds a tag" },
  { text: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", because: "types and entities of its own are not read" },
  { text: "<!-- <a/>", because: "the comment does not end" },
  { text: `${"<a>".repeat(70)}${"</a>".repeat(70)}`, because: "it is too deep" },
  { text: `<a>${"<b/>".repeat(20_001)}</a>`, because: "it has too many elements" },
])("no XML of an event: $because", ({ text }) => {
  expect(parseXml(text)).toBeUndefined();
});
