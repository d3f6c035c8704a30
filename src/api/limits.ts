import { maxMatching } from "../detection/index.ts";

/** What one GraphQL request may ask for. On for everybody; documented in docs/graphql.md. */
export const limits = {
  /** Items on a page. */
  pageSize: 500,
  /** Items on a page when neither `first` nor `last` is given. */
  defaultPageSize: 50,
  /** Fields within fields. */
  depth: 15,
  /** Fields in all, each counted where it is written. */
  breadth: 500,
  /** Fields in all, each counted as often as lists may repeat it. */
  cost: 50_000,
  /** Tokens of the document. */
  tokens: 5_000,
  /** Entries of one `in` list, and ids of one mutation. */
  listLength: 1_000,
  /** Detections that one `updateDetections` may find by its filter. */
  matching: maxMatching,
  /** Detections of one `related`. */
  related: 100,
  /** Characters of a comment or a reason. */
  noteLength: 10_000,
  /** Characters of an assignee's name. */
  nameLength: 200,
  /** Conditions, lists and entries of lists of one filter, all together. */
  filterSize: 2_000,
  /** Events of one mutation, those in records that hold many included. */
  events: 10_000,
  /** Values of one value list. */
  valueListLength: 10_000,
  /** Files of one import, and characters of all of them. */
  importFiles: 5_000,
  importCharacters: 16_000_000,
  /** Rules of one export. */
  exportRules: 10_000,
  /** Stored events that one test of a rule looks at, and detections that one preview of a filter does. */
  testEvents: 10_000,
  /** Nodes of one explanation. */
  explanationNodes: 5_000,
  /** Slots of one histogram. */
  histogramSlots: 1_500,
  /** Rules that one histogram tells apart. */
  histogramRules: 50,
  /** Subscriptions of one key at a time, at one process. */
  subscriptionsOfKey: 20,
  /** Subscriptions of all keys at a time, at one process. */
  subscriptions: 200,
  /** What `totalCount` counts up to, where counting means walking through them. */
  count: 10_000,
} as const;
