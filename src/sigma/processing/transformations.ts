import { addCondition } from "./transformations/addCondition.ts";
import { changeCaseOfValues } from "./transformations/changeCase.ts";
import { changeLogsource } from "./transformations/changeLogsource.ts";
import { convertType } from "./transformations/convertType.ts";
import { dropDetectionItem } from "./transformations/dropDetectionItem.ts";
import { detectionItemFailure, ruleFailure, strictFieldMappingFailure } from "./transformations/failures.ts";
import { addField, removeField, setField } from "./transformations/fieldList.ts";
import { fieldNamePrefix, fieldNameSuffix } from "./transformations/fieldNameAffix.ts";
import { fieldNameMapping } from "./transformations/fieldNameMapping.ts";
import { fieldNamePrefixMapping } from "./transformations/fieldNamePrefixMapping.ts";
import { fieldNameTransform } from "./transformations/fieldNameTransform.ts";
import { hashesFields } from "./transformations/hashesFields.ts";
import { mapString } from "./transformations/mapString.ts";
import { valuePlaceholders, wildcardPlaceholders } from "./transformations/placeholders.ts";
import { replaceString } from "./transformations/replaceString.ts";
import { setCustomAttribute } from "./transformations/setCustomAttribute.ts";
import { setState } from "./transformations/setState.ts";
import { setValue } from "./transformations/setValue.ts";
import { toRegex } from "./transformations/toRegex.ts";
import type { Transformation } from "./transformations/transformation.ts";

/** All but `nest`, which holds others. */
export const transformations: readonly Transformation[] = [
  fieldNameMapping,
  fieldNamePrefixMapping,
  fieldNameTransform,
  fieldNamePrefix,
  fieldNameSuffix,
  dropDetectionItem,
  hashesFields,
  wildcardPlaceholders,
  valuePlaceholders,
  addCondition,
  changeLogsource,
  addField,
  removeField,
  setField,
  replaceString,
  mapString,
  setState,
  toRegex,
  setValue,
  convertType,
  ruleFailure,
  detectionItemFailure,
  strictFieldMappingFailure,
  setCustomAttribute,
  changeCaseOfValues,
];

/** They would let the author of a pipeline reach what the service can reach. */
export const unsafe: readonly string[] = ["command_placeholders", "file_placeholders", "http_placeholders"];

/** They make something that only a query can hold, or that no document defines. */
export const unsupported: readonly string[] = ["query_expression_placeholders", "extract_fields"];
