import { textOf, type Fields } from "./fields.ts";

/** What PowerShell says about where a command runs: its own names, with and without spaces, and the ECS fields. */
const context: readonly (readonly [label: string, field: string])[] = [
  ["Host Name", "process.title"],
  ["Host Version", "powershell.process.executable_version"],
  ["Host ID", "process.entity_id"],
  ["Host Application", "process.command_line"],
  ["Engine Version", "powershell.engine.version"],
  ["Runspace ID", "powershell.runspace_id"],
  ["Pipeline ID", "powershell.pipeline_id"],
  ["Command Name", "powershell.command.name"],
  ["Command Type", "powershell.command.type"],
  ["Script Name", "file.path"],
  ["Command Path", "powershell.command.path"],
  ["Command Line", "powershell.command.value"],
];

/** `ContextInfo` of module logging, out of the fields that a pipeline made of its lines. */
export const contextOfModule = (fields: Fields): string | undefined =>
  isOf(fields, "4103") ? linesOf(fields, (label, value) => `        ${label} = ${value}`) : undefined;

/** The unnamed data of the classic log, out of the fields that a pipeline made of its lines. */
export const contextOfEngine = (fields: Fields): string | undefined =>
  classic.some((code) => isOf(fields, code))
    ? linesOf(fields, (label, value) => `\t${label.replaceAll(" ", "")}=${value}`)
    : undefined;

const classic = ["400", "403", "600", "800"] as const;

/** Other logs have events of these codes as well: they have none of these fields. */
const isOf = (fields: Fields, code: string): boolean =>
  textOf(fields, "EventID") === code && textOf(fields, "powershell.engine.version") !== undefined;

function linesOf(fields: Fields, line: (label: string, value: string) => string): string | undefined {
  const lines = context.flatMap(([label, field]) => {
    const value = textOf(fields, field);
    return value === undefined ? [] : [line(label, value)];
  });
  return lines.length === 0 ? undefined : lines.join("\n");
}
