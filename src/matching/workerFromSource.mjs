// `worker.ts` where the program runs from source: a thread does not have the loader that its process was started with.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
