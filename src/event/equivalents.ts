import { groupBy } from "../std/index.ts";
import { compileDerivations } from "./derivation.ts";
import type { Equivalent } from "./equivalent.ts";
import { antivirus } from "./equivalents/antivirus.ts";
import { fileAccess } from "./equivalents/fileAccess.ts";
import { kernelFile } from "./equivalents/kernelFile.ts";
import { networkConnection } from "./equivalents/networkConnection.ts";
import { processCreation } from "./equivalents/processCreation.ts";
import { processTermination } from "./equivalents/processTermination.ts";
import { registryValue } from "./equivalents/registryValue.ts";
import { wmiBinding } from "./equivalents/wmiBinding.ts";
import { compileReaders, type ReadersOf } from "./eventReaders.ts";
import { splitHashes } from "./hashes.ts";
import type { Shape } from "./shape.ts";

/** A new one is a file in `equivalents/`, its line here and its category in `logsources.ts`. */
const equivalents: readonly Equivalent[] = [
  processCreation,
  processTermination,
  registryValue,
  networkConnection,
  fileAccess,
  wmiBinding,
  ...antivirus,
  ...kernelFile,
];

const byCode = groupBy(equivalents, ({ code }) => code);

/**
 * How the fields of an event are read: those that it has, those that records of this shape imply, and those of the event that it
 * is equivalent to, if there is one.
 */
export function readersFor(shape: Shape, service: string | undefined, code: string | undefined): ReadersOf {
  const ofCode = code === undefined ? undefined : byCode.get(code);
  const equivalent = ofCode?.find((each) => each.service === service);
  const known = tables.get(shape)?.get(equivalent);
  if (known !== undefined) return known;
  const own = [...(shape.derivations ?? []), ...(equivalent?.derivations ?? []), ...splitHashes];
  const readers = compileReaders(shape, compileDerivations(own));
  tables.set(shape, new Map(tables.get(shape)).set(equivalent, readers));
  return readers;
}

/** Made when first asked for: there are few pairs. */
const tables = new Map<Shape, ReadonlyMap<Equivalent | undefined, ReadersOf>>();
