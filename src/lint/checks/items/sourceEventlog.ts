import { itemCheck } from "../../check.ts";
import { tests } from "../../links.ts";

export const sourceEventlog = itemCheck({
  code: "source-eventlog",
  explanation: "`Source: Eventlog` holds for every event of Windows, or for none.",
  link: tests,
  *find({ field, values, span }) {
    if (field?.toLowerCase() !== "source") return;
    if (!values.some(({ text }) => text.toLowerCase() === "eventlog")) return;
    yield { span, message: "this says nothing about an event", hint: "leave it out, or ask for `Provider_Name`" };
  },
});
