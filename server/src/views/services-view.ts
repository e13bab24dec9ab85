import type { ServiceDefinition, ServicesView } from '../contract/views.ts'
import { settingsOf } from '../domain/intakes/assessing.ts'
import { isOpenOffice } from '../domain/offices/office.ts'
import type { Service } from '../domain/service.ts'
import type { OfficeState } from '../domain/state.ts'
import { translatorsOf } from '../services/translators.ts'
import { yardSale } from '../services/yard-sale/index.ts'
import type { YardSaleSettings } from '../services/yard-sale/settings.ts'
import type { Services } from '../services/registry.ts'
import { oathWording } from './oath-wording.ts'

const definitionOf = (service: Service): ServiceDefinition => {
  const { id, prefix, icon, name, about, questions, texts, denials, scanned } = service
  return { id, prefix, icon, name, about, questions, texts, denials, ...(scanned && { scanned }) }
}

/** The city's own streets, as the service that needs to know them has them set. */
const streetNames = (state: OfficeState): string[] => {
  const { streets } = settingsOf(state, yardSale) as YardSaleSettings
  return [...new Set(streets.flatMap(({ street, city }) => (city === 'in' ? [street] : [])))].sort()
}

/** All that an app needs to ask any service's questions; it knows none by name. */
export const servicesView = (state: OfficeState, services: Services): ServicesView => ({
  city: isOpenOffice(state) ? state.city : null,
  services: [...services.values()].map(definitionOf),
  oath: oathWording,
  translators: translatorsOf(settingsOf(state, yardSale)),
  streets: streetNames(state),
})
