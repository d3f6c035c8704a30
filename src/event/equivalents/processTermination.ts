import type { Equivalent } from "../equivalent.ts";
import { actingProcess } from "./subject.ts";

/**
 * Security 4689, "a process has exited", under the names of Sysmon's process termination.
 *
 * @see Microsoft, "4689(S): A process has exited", field descriptions
 */
export const processTermination: Equivalent = { service: "security", code: "4689", derivations: actingProcess };
