import type { Service } from '../domain/service.ts'
import { busPass } from './bus-pass/index.ts'
import { petTag } from './pet-tag/index.ts'
import { servicesOf } from './registry.ts'
import { yardSale } from './yard-sale/index.ts'

/** What this city does at its counter: a line each, in the order that the kiosk shows. */
const cityServices: readonly Service[] = [yardSale, petTag, busPass]

export const services = servicesOf(cityServices)
