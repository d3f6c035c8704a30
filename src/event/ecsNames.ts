import type { Names } from "./layout.ts";

/**
 * Where Winlogbeat and the ECS pipelines keep what Sigma rules ask for, the better source first. A name that an event has from its
 * own data is never taken from here.
 *
 * Sources: Elastic Common Schema and the fields of Winlogbeat, held against the Sigma taxonomy appendix.
 */
export const ecsNames: Names = [
  ["winlog.channel", "Channel"],
  ["winlog.event_id", "EventID"],
  ["event.code", "EventID"],
  ["winlog.provider_name", "Provider_Name"],
  ["event.provider", "Provider_Name"],
  ["winlog.provider_guid", "Provider_Guid"],
  ["winlog.computer_name", "Computer"],
  ["winlog.record_id", "EventRecordID"],
  ["winlog.activity_id", "Correlation_ActivityID"],
  ["winlog.process.pid", "Execution_ProcessID"],
  ["winlog.process.thread.id", "Execution_ThreadID"],
  ["winlog.user.identifier", "Security_UserID"],
  ["winlog.keywords", "Keywords"],
  ["winlog.opcode", "Opcode"],
  ["winlog.task", "Task"],
  ["winlog.version", "Version"],
  ["message", "Message"],
  ["rule.name", "RuleName"],

  ["process.command_line", "CommandLine"],
  ["process.executable", "Image"],
  ["process.pid", "ProcessId"],
  ["process.entity_id", "ProcessGuid"],
  ["process.working_directory", "CurrentDirectory"],
  ["process.parent.executable", "ParentImage"],
  ["process.parent.command_line", "ParentCommandLine"],
  ["process.parent.pid", "ParentProcessId"],
  ["process.parent.entity_id", "ParentProcessGuid"],

  ["process.pe.original_file_name", "OriginalFileName"],
  ["file.pe.original_file_name", "OriginalFileName"],
  ["process.pe.company", "Company"],
  ["file.pe.company", "Company"],
  ["process.pe.description", "Description"],
  ["file.pe.description", "Description"],
  ["process.pe.file_version", "FileVersion"],
  ["file.pe.file_version", "FileVersion"],
  ["process.pe.product", "Product"],
  ["file.pe.product", "Product"],
  ["process.hash.md5", "md5"],
  ["file.hash.md5", "md5"],
  ["process.hash.sha1", "sha1"],
  ["file.hash.sha1", "sha1"],
  ["process.hash.sha256", "sha256"],
  ["file.hash.sha256", "sha256"],
  ["process.pe.imphash", "Imphash"],
  ["file.pe.imphash", "Imphash"],
  ["file.code_signature.signed", "Signed"],
  ["file.code_signature.subject_name", "Signature"],
  ["file.code_signature.status", "SignatureStatus"],

  ["source.ip", "SourceIp"],
  ["source.port", "SourcePort"],
  ["source.domain", "SourceHostname"],
  ["destination.ip", "DestinationIp"],
  ["destination.port", "DestinationPort"],
  ["destination.domain", "DestinationHostname"],
  ["network.transport", "Protocol"],
  ["network.protocol", "DestinationPortName"],
  ["dns.question.name", "QueryName"],
  ["dns.answers.data", "QueryResults"],
  ["sysmon.file.archived", "Archived"],
  ["sysmon.file.is_executable", "IsExecutable"],
  ["registry.path", "TargetObject"],

  ["powershell.file.script_block_text", "ScriptBlockText"],
  ["powershell.file.script_block_id", "ScriptBlockId"],
  ["powershell.sequence", "MessageNumber"],
  ["powershell.total", "MessageTotal"],
  ["powershell.command.invocation_details.value", "Payload"],
];

const sourceProcess: Names = [
  ["process.executable", "SourceImage"],
  ["process.pid", "SourceProcessId"],
  ["process.thread.id", "SourceThreadId"],
];
const targetFile: Names = [["file.path", "TargetFilename"]];
const loadedFile: Names = [["file.path", "ImageLoaded"]];
const pipe: Names = [["file.name", "PipeName"]];
const consumer: Names = [["process.executable", "Destination"]];

/** Of the Security log, pipelines move or copy what ECS has a place for. */
const logon: Names = [
  ["source.ip", "IpAddress"],
  ["source.port", "IpPort"],
  ["source.domain", "WorkstationName"],
  ["process.executable", "ProcessName"],
];
const actor: Names = [["process.executable", "ProcessName"]];

/** The same for fields whose meaning depends on the event's code; asked before the others. */
export const ecsNamesByCode: ReadonlyMap<string, Names> = new Map([
  ["2", targetFile],
  ["6", loadedFile],
  ["7", loadedFile],
  ["8", [...sourceProcess, ["process.entity_id", "SourceProcessGuid"], ["TargetProcessGUID", "TargetProcessGuid"]]],
  ["9", [["file.path", "Device"]]],
  ["10", [...sourceProcess, ["process.entity_id", "SourceProcessGUID"]]],
  ["11", targetFile],
  ["15", targetFile],
  ["17", pipe],
  ["18", pipe],
  ["20", consumer],
  ["21", consumer],
  ["23", targetFile],
  ["26", targetFile],
  ["27", targetFile],
  ["28", targetFile],
  ["29", targetFile],
  ["25", [["message", "Type"]]],
  ["255", [["error.code", "ID"]]],
  ["4103", [["file.path", "ScriptName"]]],
  ["4104", [["file.path", "Path"]]],
  ["4624", logon],
  ["4625", logon],
  ["4648", logon],
  ["4776", logon],
  ["4778", logon],
  ["4779", logon],
  ["4657", actor],
  ["4663", actor],
  ["4673", actor],
  ["4674", actor],
  ["4689", actor],
  [
    "4688",
    [
      ["process.executable", "NewProcessName"],
      ["process.pid", "NewProcessId"],
      ["process.parent.executable", "ParentProcessName"],
    ],
  ],
]);
