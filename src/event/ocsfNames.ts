import type { Names } from "./layout.ts";

/** The process that acts, in the classes that are about what it does. */
const actor: Names = [
  ["actor.process.file.path", "Image"],
  ["actor.process.cmd_line", "CommandLine"],
  ["actor.process.pid", "ProcessId"],
  ["actor.process.uid", "ProcessGuid"],
  ["actor.process.parent_process.file.path", "ParentImage"],
  ["actor.process.parent_process.cmd_line", "ParentCommandLine"],
];

const network: Names = [
  ["src_endpoint.ip", "SourceIp"],
  ["src_endpoint.port", "SourcePort"],
  ["src_endpoint.hostname", "SourceHostname"],
  ["dst_endpoint.ip", "DestinationIp"],
  ["dst_endpoint.port", "DestinationPort"],
  ["dst_endpoint.hostname", "DestinationHostname"],
  ["connection_info.protocol_name", "Protocol"],
  ...actor,
];

const processActivity: Names = [
  ["process.file.path", "Image"],
  ["process.cmd_line", "CommandLine"],
  ["process.pid", "ProcessId"],
  ["process.uid", "ProcessGuid"],
  ["process.working_directory", "CurrentDirectory"],
  ["process.integrity", "IntegrityLevel"],
  ["process.session.uid", "LogonId"],
  ["process.file.company_name", "Company"],
  ["process.file.desc", "Description"],
  ["process.file.product.name", "Product"],
  ["process.file.version", "FileVersion"],
  ["process.parent_process.file.path", "ParentImage"],
  ["process.parent_process.cmd_line", "ParentCommandLine"],
  ["process.parent_process.pid", "ParentProcessId"],
  ["process.parent_process.uid", "ParentProcessGuid"],
  ["actor.process.file.path", "ParentImage"],
  ["actor.process.cmd_line", "ParentCommandLine"],
  ["actor.process.pid", "ParentProcessId"],
  ["actor.process.uid", "ParentProcessGuid"],
];

const httpActivity: Names = [
  ["http_request.http_method", "cs-method"],
  ["http_request.user_agent", "c-useragent"],
  ["http_request.referrer", "cs-referer"],
  ["http_request.url.url_string", "c-uri"],
  ["http_request.url.path", "cs-uri-stem"],
  ["http_request.url.query_string", "cs-uri-query"],
  ["http_request.url.hostname", "cs-host"],
  ["http_response.code", "sc-status"],
  ["src_endpoint.ip", "c-ip"],
];

/** What Security Lake makes of a record of CloudTrail. Later versions have the ARN in `uid`, earlier ones in `uuid`. */
export const cloudTrailNames: Names = [
  ["api.operation", "eventName"],
  ["api.service.name", "eventSource"],
  ["api.response.error", "errorCode"],
  ["api.response.error_message", "errorMessage"],
  ["api.response.message", "errorMessage"],
  ["api.request.uid", "requestID"],
  ["api.request.data", "requestParameters"],
  ["api.response.data", "responseElements"],
  ["cloud.region", "awsRegion"],
  ["src_endpoint.ip", "sourceIPAddress"],
  ["src_endpoint.domain", "sourceIPAddress"],
  ["http_request.user_agent", "userAgent"],
  ["metadata.uid", "eventID"],
  ["metadata.product.version", "eventVersion"],
  ["actor.user.type", "userIdentity.type"],
  ["actor.user.uuid", "userIdentity.arn"],
  ["actor.user.uid", "userIdentity.arn"],
  ["actor.user.name", "userIdentity.userName"],
  ["actor.user.uid_alt", "userIdentity.principalId"],
  ["actor.user.account.uid", "userIdentity.accountId"],
  ["actor.user.account_uid", "userIdentity.accountId"],
  ["actor.user.credential_uid", "userIdentity.accessKeyId"],
  ["actor.session.issuer", "userIdentity.sessionContext.sessionIssuer.arn"],
  ["actor.invoked_by", "userIdentity.invokedBy"],
];

/**
 * OCSF's class -> where its records keep what Sigma's rules ask for, the better source first.
 *
 * Sources: the OCSF schema, held against the Sigma taxonomy appendix.
 */
export const ocsfNamesByClass: ReadonlyMap<string, Names> = new Map([
  ["1001", [["file_result.path", "TargetFilename"], ["file.path", "TargetFilename"], ...actor]],
  ["1002", [["driver.file.path", "ImageLoaded"], ...actor]],
  ["1005", [["module.file.path", "ImageLoaded"], ...actor]],
  ["1007", processActivity],
  ["4001", network],
  ["4002", httpActivity],
  [
    "4003",
    [["query.hostname", "QueryName"], ["query.type", "record_type"], ["answers.rdata", "QueryResults"], ...actor],
  ],
  ["201001", [["reg_key.path", "TargetObject"], ...actor]],
  ["201002", [["reg_value.data", "Details"], ...actor]],
]);
