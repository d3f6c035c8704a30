/** The columns of `event e`, named as in EventRow. */
export const eventColumns = `e.id, e.tenant_id as "tenantId", e.time, e.time_origin as "timeOrigin", e.product,
  coalesce(e.categories, '{}') as categories, e.service, e.other_services as "otherServices", e.host, e.user_name as "user",
  e.source_address as "sourceAddress", e.record`;
