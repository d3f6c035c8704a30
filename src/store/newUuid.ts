import { createUuidSource } from "./uuid.ts";

/** Makes the process's next id: rising, whichever room asks. */
export const newUuid = createUuidSource();
