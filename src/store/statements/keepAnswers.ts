import type { Queryable } from "../queryable.ts";
import { valuesLists } from "./values.ts";

/** Keeps the answers to requests that this transaction has claimed. */
export async function keepAnswers(
  db: Queryable,
  tenantId: number,
  answers: readonly { readonly keyHash: Buffer; readonly answer: string }[],
): Promise<void> {
  const rows = answers.map(({ keyHash, answer }) => [keyHash, answer]);
  for (const { text, parameters } of valuesLists(rows, ["bytea", "text"])) {
    const tenant = `$${parameters.length + 1}`;
    await db.query(
      `update request_ledger r set answer = kept.answer from (values ${text}) as kept (key_hash, answer)
       where r.tenant_id = ${tenant} and r.key_hash = kept.key_hash`,
      [...parameters, tenantId],
    );
  }
}
