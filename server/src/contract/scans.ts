/** For who hears scanners. Apart from the rest, which every first screen loads. */
export * from './card-code.ts'
export * from './scan-pace.ts'
export { holdsCardNumber } from '../domain/answers/card-number.ts'
