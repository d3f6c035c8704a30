/** What the events of a log are to Sigma. */
export interface LogsourceRow {
  /** Undefined where the log is that of many products: any web server's. */
  readonly product?: string;
  readonly service?: string;
  /** Services that its events belong to besides. */
  readonly otherServices?: readonly string[];
  /** The log's names, in any case: those that the shapes give (`Origin.log`). */
  readonly logs: readonly string[];
  /** Who writes to this log and to no other: for records that do not name the log. */
  readonly providers?: readonly string[];
  /** Categories of every event of the log. */
  readonly always?: readonly string[];
  /** Its events have their categories as equivalents of another log's: rules about the log itself ask for other fields. */
  readonly hasEquivalents?: true;
  /** Code of the event -> the categories that it has besides. */
  readonly categories?: Readonly<Record<string, readonly string[]>>;
  /** Code -> action -> categories that this action adds. */
  readonly actions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
