import type { FastifyInstance } from "fastify";
import { exportYaml } from "../api/index.ts";
import type { HttpOptions } from "./options.ts";
import { authenticated, demand } from "./principal.ts";

/** GET /v1/rules/export: every rule of the key's tenant as a file, which `detectql import` and `importRules` take. */
export function rulesExportRoute(app: FastifyInstance, options: HttpOptions): void {
  app.get("/v1/rules/export", async (request, reply) => {
    const principal = await authenticated(request, options);
    demand(principal, "read");
    return reply
      .type("application/yaml; charset=utf-8")
      .header("content-disposition", 'attachment; filename="rules.yml"')
      .send(await exportYaml(options.rooms, principal.tenantId));
  });
}
