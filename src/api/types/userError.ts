import { builder } from "../builder.ts";

/** Why something was not done, though the request was well formed. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  /** Which of the things asked for, by its id. */
  readonly id?: string;
}

export const UserErrorRef = builder.objectRef<UserError>("UserError");

UserErrorRef.implement({
  description: "Why something was not done, though the request was well formed.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Stable: tools can rely on it." }),
    message: t.exposeString("message", { description: "Why, in a sentence." }),
    id: t.id({ nullable: true, description: "Which of the things asked for.", resolve: ({ id }) => id ?? null }),
  }),
});
