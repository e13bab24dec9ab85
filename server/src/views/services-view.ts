import type { ServiceDefinition, ServicesView } from '../contract/views.ts'
import { isOpenOffice } from '../domain/office.ts'
import type { Service } from '../domain/service.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Services } from '../services/registry.ts'
import { oathWording } from './oath-wording.ts'

const definitionOf = (service: Service): ServiceDefinition => {
  const { id, prefix, icon, name, about, questions, texts, denials } = service
  return { id, prefix, icon, name, about, questions, texts, denials }
}

/** All that an app needs to ask any service's questions; it knows none by name. */
export const servicesView = (
  state: OfficeState,
  services: Services,
  streets: readonly string[],
): ServicesView => ({
  city: isOpenOffice(state) ? state.city : null,
  services: [...services.values()].map(definitionOf),
  oath: oathWording,
  streets,
})
