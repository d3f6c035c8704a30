import { quote } from "../quote.ts";
import type { Written } from "./modifier.ts";

/** A value of the author inside a message. */
export const showValue = ({ type, text }: Written): string => (type === "null" ? "null" : quote(text));
