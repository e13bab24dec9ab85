import type { Service, ServiceId } from '../domain/service.ts'
import { prefixOf } from '../domain/visits/ticket-number.ts'

export type Services = ReadonlyMap<ServiceId, Service>

/**
 * Services by id. Two with the same id, or the same letter on their tickets, are a mistake of the city's set-up; `other` and A
 * are those of a ticket without a form.
 */
export const servicesOf = (list: readonly Service[]): Services => {
  const services = new Map<ServiceId, Service>()
  const prefixes = new Map<string, ServiceId>([[prefixOf('other', services), 'other']])
  for (const service of list) {
    const other = prefixes.get(service.prefix)
    if (!/^[A-Z]$/.test(service.prefix)) throw new Error(`service "${service.id}" has no letter`)
    if (services.has(service.id) || service.id === 'other')
      throw new Error(`two services are called "${service.id}"`)
    if (other) throw new Error(`services "${other}" and "${service.id}" share the letter ${service.prefix}`)
    services.set(service.id, service)
    prefixes.set(service.prefix, service.id)
  }
  return services
}
