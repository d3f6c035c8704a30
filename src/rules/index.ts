export { configureRules, type ConfigureResult, type RuleSettings } from "./configureRules.ts";
export { type KindPresence, type Presence, presenceOf } from "./coverage/kindPresence.ts";
export { type FieldUse, type KindUse, useOfKinds } from "./coverage/kindUse.ts";
export { fieldsAsked } from "./coverage/fieldsAsked.ts";
export { fieldsNeeded } from "./coverage/need.ts";
export { readPresence } from "./coverage/readPresence.ts";
export {
  coverRule,
  type CoverageVerdict,
  type FieldCoverage,
  type KindCoverage,
  type RuleCoverage,
} from "./coverage/ruleCoverage.ts";
export { keptDays } from "./coverage/storeTally.ts";
export { createTallies, type Tallies } from "./coverage/tallies.ts";
export { currentRule, ruleOfRevision } from "./firedRule.ts";
export { deleteRules } from "./deleteRules.ts";
export {
  createRule,
  type EditResult,
  restoreRule,
  type RuleRefusal,
  type RuleRestoration,
  type RuleUpdate,
  updateRule,
} from "./editRule.ts";
export { exportRules, type RuleExport, type RuleFile } from "./exportRules.ts";
export { filtersOfRule, rulesOfFilter } from "./filterReach.ts";
export { type ImportedRule, importRules, type ImportReport, type RuleRoom } from "./importRules.ts";
export {
  type AttackFilter,
  type Choice,
  chooses,
  filterRules,
  type LogsourceFilter,
  logsourceTest,
  type Ordered,
  type RuleFilter,
  severityRanks,
} from "./filterRules.ts";
export { deletePipeline, listPipelines, type PipelineResult, setPipeline, type StoredPipeline } from "./pipelines.ts";
export { createRegistry, type Matched, type RegistryOptions, type RuleRegistry } from "./registry.ts";
export { problemsOf } from "./brokenReferences.ts";
export { type Draft, readDraft, type Unusable } from "./readDraft.ts";
export { findRevisions, listRevisions, type RuleRevision, titleOf } from "./revisions.ts";
export { draftAsMatched, isLive, ruleAsMatched } from "./ruleAsMatched.ts";
export { currentRules, type RuleBook, ruleOf } from "./ruleBook.ts";
export type { RuleKind } from "./document.ts";
export { isExpired, type RuleEntry, type RuleState } from "./ruleEntry.ts";
export type { InitialWord } from "./saveRules.ts";
export { type ExpiryResult, setFilterExpiry } from "./setFilterExpiry.ts";
export { validateRule, type Validation } from "./validateRule.ts";
export { rulesOfAttack } from "./rulesOfAttack.ts";
export { severities, type Severity, severityAt, severityRank } from "./severity.ts";
export { type TextFilter, textTest } from "./textTest.ts";
export { deleteValueList, listValueLists, setValueList, type ValueList } from "./valueLists.ts";
export { loadStarterPack } from "./starterPack.ts";
