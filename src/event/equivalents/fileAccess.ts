import type { Equivalent } from "../equivalent.ts";
import { textOf } from "../fields.ts";
import { underDriveLetter } from "../values/devicePath.ts";
import { actingProcess } from "./subject.ts";

/**
 * Security 4663, "an attempt was made to access an object", where the object is a file: a file access.
 *
 * No more is made of it. The right to delete is used to rename too, keys are opened to be read, and 4660, which says that an object
 * is gone, does not name it.
 *
 * @see Microsoft, "4663(S): An attempt was made to access an object", field descriptions
 */
export const fileAccess: Equivalent = {
  service: "security",
  code: "4663",
  derivations: [
    { name: "FileName", value: (fields) => underDriveLetter(textOf(fields, "ObjectName")) },
    ...actingProcess,
  ],
};
