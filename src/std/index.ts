export { bug } from "./bug.ts";
