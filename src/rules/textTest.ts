import { fold } from "../std/index.ts";
import { type Choice, chooses } from "./filterRules.ts";

/** Which texts are wanted, in any letter case. All that is given must hold. */
export interface TextFilter extends Choice<string> {
  readonly contains?: string;
  readonly startsWith?: string;
}

/** Compiles a filter of texts to a test. */
export function textTest(filter: TextFilter): (text: string) => boolean {
  const { contains = "", startsWith = "", ...choice } = filter;
  const [part, beginning, folded] = [fold(contains), fold(startsWith), foldChoice(choice)];
  return (given) => {
    const text = fold(given);
    return text.includes(part) && text.startsWith(beginning) && chooses(folded, text);
  };
}

const foldChoice = ({ eq, in: any, neq, notIn }: Choice<string>): Choice<string> => ({
  ...(eq !== undefined && { eq: fold(eq) }),
  ...(any && { in: any.map(fold) }),
  ...(neq !== undefined && { neq: fold(neq) }),
  ...(notIn && { notIn: notIn.map(fold) }),
});
