import type { Service, ServiceId } from '../domain/service.ts'

export type Services = ReadonlyMap<ServiceId, Service>

/** Services by id. Two with the same id, or the same letter on their tickets, are a mistake of the city's set-up. */
export const servicesOf = (list: readonly Service[]): Services => {
  const services = new Map<ServiceId, Service>()
  const prefixes = new Map<string, ServiceId>()
  for (const service of list) {
    const other = prefixes.get(service.prefix)
    if (services.has(service.id)) throw new Error(`two services are called "${service.id}"`)
    if (other) throw new Error(`services "${other}" and "${service.id}" share the letter ${service.prefix}`)
    services.set(service.id, service)
    prefixes.set(service.prefix, service.id)
  }
  return services
}
