const subject = ["SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId"];
const target = ["TargetUserSid", "TargetUserName", "TargetDomainName"];
const process = ["ProcessId", "ProcessName"];
const client = ["IpAddress", "IpPort"];
const share = [...subject, "ObjectType", ...client, "ShareName", "ShareLocalPath"];

/**
 * The names of data that a shipper gives by their order alone, by log and code. Names that later versions of Windows append are
 * left out where they differ.
 *
 * @see Microsoft, "Advanced security audit policy settings", the XML of each event
 */
export const insertNames: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "Security 4624",
    [
      ...[...subject, ...target, "TargetLogonId", "LogonType", "LogonProcessName", "AuthenticationPackageName"],
      ...["WorkstationName", "LogonGuid", "TransmittedServices", "LmPackageName", "KeyLength", ...process, ...client],
      "ImpersonationLevel",
    ],
  ],
  [
    "Security 4625",
    [
      ...[...subject, ...target, "Status", "FailureReason", "SubStatus", "LogonType", "LogonProcessName"],
      ...["AuthenticationPackageName", "WorkstationName", "TransmittedServices", "LmPackageName", "KeyLength"],
      ...[...process, ...client],
    ],
  ],
  [
    "Security 4648",
    [
      ...[...subject, "LogonGuid", "TargetUserName", "TargetDomainName", "TargetLogonGuid", "TargetServerName"],
      ...["TargetInfo", ...process, ...client],
    ],
  ],
  [
    "Security 4657",
    [
      ...[...subject, "ObjectName", "ObjectValueName", "HandleId", "OperationType", "OldValueType", "OldValue"],
      ...["NewValueType", "NewValue", ...process],
    ],
  ],
  ["Security 4672", [...subject, "PrivilegeList"]],
  [
    "Security 4688",
    [
      ...[...subject, "NewProcessId", "NewProcessName", "TokenElevationType", "ProcessId", "CommandLine", ...target],
      ...["TargetLogonId", "ParentProcessName", "MandatoryLabel"],
    ],
  ],
  ["Security 4689", [...subject, "Status", ...process]],
  [
    "Security 4697",
    [...subject, "ServiceName", "ServiceFileName", "ServiceType", "ServiceStartType", "ServiceAccount"],
  ],
  ["Security 4698", [...subject, "TaskName", "TaskContent"]],
  ["Security 4702", [...subject, "TaskName", "TaskContentNew"]],
  ["Security 4776", ["PackageName", "TargetUserName", "Workstation", "Status"]],
  ["Security 5140", [...share, "AccessMask", "AccessList"]],
  ["Security 5145", [...share, "RelativeTargetName", "AccessMask", "AccessList", "AccessReason"]],
  ["System 7045", ["ServiceName", "ImagePath", "ServiceType", "StartType", "AccountName"]],
  ["Microsoft-Windows-PowerShell/Operational 4103", ["ContextInfo", "UserData", "Payload"]],
  [
    "Microsoft-Windows-PowerShell/Operational 4104",
    ["MessageNumber", "MessageTotal", "ScriptBlockText", "ScriptBlockId", "Path"],
  ],
]);
