import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { normalise, type JsonObject } from "../../src/event/index.ts";
import { recognise } from "../../src/event/shapes.ts";

const data = new URL("../data/events/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, data), "utf8")) as JsonObject;

test.each([
  {
    record: { eventVersion: "2.1", eventSource: "aws:s3", awsRegion: "eu-west-1", eventName: "ObjectCreated:Put" },
    because: "a notification of S3 is no API call",
  },
  {
    record: { auditType: { action: "Project created", actionI18nKey: "jira.auditing.project.created" } },
    because: "Jira writes what Bitbucket writes",
  },
  { record: { category: "Administrative", note: "x" }, because: "a category alone is nobody's" },
  { record: { action: "closed", actor: "robin", repo: "nest/feeder" }, because: "a webhook's action has no dot" },
  { record: { verb: "get", stage: "beta" }, because: "a verb and a stage are not Kubernetes" },
  { record: { eventType: "click", published: "2026-01-01T00:00:00Z" }, because: "Okta says who or how it went" },
  { record: { message: "{not json}" }, because: "what looks like a record and is none stays text" },
  { record: { message: '{"a":1}' }, because: "a carried record of no known shape changes nothing" },
])("$record is generic: $because", ({ record }) => {
  const event = normalise(record);
  expect(recognise(record).name).toBe("generic");
  expect(event.classification).toEqual({ categories: [] });
  expect(event.names().length).toBeGreaterThan(0);
});

test.each([
  { carrier: (text: string) => ({ message: text, host: { name: "collector" } }), because: "Filebeat and most others" },
  { carrier: (text: string) => ({ log: `${text}\n` }), because: "Fluent Bit and containers" },
  { carrier: (text: string) => ({ _raw: text, source: "hec" }), because: "Splunk's forwarders" },
  { carrier: (text: string) => ({ event: { original: text, kind: "event" } }), because: "Elastic's integrations" },
  { carrier: (text: string) => ({ "event.original": text }), because: "the same with dotted keys" },
])("a record that is carried as text is read: $because", ({ carrier }) => {
  const record = carrier(JSON.stringify(read("okta/sign-on")));
  const event = normalise(record);
  expect(event.classification).toMatchObject({ product: "okta", service: "okta" });
  expect(event.field("securityContext.isProxy")).toEqual([true]);
  expect(event.user).toBe("wren@example.com");
  for (const key of Object.keys(record)) expect(event.names().some((name) => name.startsWith(key))).toBe(true);
});

test("a carried record that is too deep to be one stays text", () => {
  const deep = `{"eventType":"x","published":"y","actor":${'{"a":'.repeat(200)}1${"}".repeat(200)}}`;
  expect(normalise({ message: deep }).classification).toEqual({ categories: [] });
});

const markers = readdirSync(data)
  .filter((shape) => !["golden", "generic", "evtx", "winlogbeat", "flatWindows"].includes(shape))
  .flatMap((shape) => readdirSync(new URL(shape, data)).map((file) => `${shape}/${file.replace(/\.json$/, "")}`));

test.each([{ value: null }, { value: [] }, { value: {} }, { value: "x" }, { value: [[{ a: [1] }]] }, { value: 7 }])(
  "whatever member of a cloud record is $value, it is read",
  ({ value }) => {
    for (const name of markers) {
      const record = read(name);
      for (const key of Object.keys(record)) {
        const event = normalise({ ...record, [key]: value });
        for (const field of event.names()) event.field(field);
        expect([event.timeMs, event.host, event.user, event.sourceAddress]).toHaveLength(4);
      }
    }
  },
);

test.each([
  {
    record: { ...read("m365Audit/alert") },
    services: ["audit", "threat_management", "threat_detection"],
    because: "alerts are in the audit log and are threats",
  },
  { record: { ...read("m365Audit/inbox-rule") }, services: ["audit", "exchange"], because: "so is what Exchange did" },
  { record: { ...read("m365Audit/sign-in") }, services: ["audit"], because: "other workloads have no service" },
])("the services of a Microsoft 365 record are $services: $because", ({ record, services }) => {
  const { service, otherServices = [] } = normalise(record).classification;
  expect([service, ...otherServices]).toEqual(services);
});

test("a declared service stands in place of all that the record shows", () => {
  const declared = { service: "exchange" };
  expect(normalise(read("m365Audit/alert"), declared).classification).toEqual({
    product: "m365",
    service: "exchange",
    categories: [],
  });
});

test.each([
  { value: "203.0.113.4:51000", is: "203.0.113.4", because: "a port is no part of it" },
  { value: "[2001:db8::1]:443", is: "2001:db8::1", because: "neither are brackets" },
  { value: "[2001:db8::1]", is: "2001:db8::1", because: "with or without a port" },
  { value: "s3.amazonaws.com", is: undefined, because: "a service is no address" },
  { value: "AWS Internal", is: undefined, because: "nor is a word for one" },
])("the source address in $value is $is: $because", ({ value, is }) => {
  const record = { eventSource: "s3.amazonaws.com", eventName: "x", awsRegion: "y", sourceIPAddress: value };
  expect(normalise(record).sourceAddress).toBe(is);
});
