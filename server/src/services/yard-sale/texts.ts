import type { Texts } from '../../domain/language.ts'
import { declarationTexts } from '../declaration.ts'
import { hourTexts } from './hours.ts'

const weekdays: Readonly<Record<string, Texts>> = {
  'weekday-1': { en: 'Monday', es: 'lunes' },
  'weekday-2': { en: 'Tuesday', es: 'martes' },
  'weekday-3': { en: 'Wednesday', es: 'miércoles' },
  'weekday-4': { en: 'Thursday', es: 'jueves' },
  'weekday-5': { en: 'Friday', es: 'viernes' },
  'weekday-6': { en: 'Saturday', es: 'sábado' },
  'weekday-7': { en: 'Sunday', es: 'domingo' },
}

const refusals: Readonly<Record<string, Texts>> = {
  'annual-cap': {
    en: 'This home has used its yard sales for {year}: {used} of {allowed}.',
    es: 'Esta vivienda ya usó sus ventas de {year}: {used} de {allowed}.',
  },
  'annual-cap-rule': {
    en: 'The city allows {allowed} for each home in a calendar year.',
    es: 'La ciudad permite {allowed} por vivienda en el año calendario.',
  },
  'annual-cap-instead': {
    en: 'You can choose a day in {next}, or cancel a permit you do not need.',
    es: 'Puede elegir un día de {next} o cancelar un permiso que no necesite.',
  },
  'person-cap': {
    en: 'You have used your yard sales for {year}: {used} of {allowed}.',
    es: 'Usted ya usó sus ventas de {year}: {used} de {allowed}.',
  },
  'person-cap-rule': {
    en: 'The city allows {allowed} for each person in a calendar year.',
    es: 'La ciudad permite {allowed} por persona en el año calendario.',
  },
  'person-cap-instead': {
    en: 'You can choose a day in {next}.',
    es: 'Puede elegir un día de {next}.',
  },
  'gap-too-short': {
    en: 'This is too close to another sale at this home.',
    es: 'Esta fecha está muy cerca de otra venta en esta vivienda.',
  },
  'gap-too-short-rule': {
    en: 'There must be {days} or more days between two sales.',
    es: 'Debe haber {days} o más días entre dos ventas.',
  },
  'gap-too-short-instead': {
    en: 'You can choose {earliest} or later.',
    es: 'Puede elegir el {earliest} o después.',
  },
  'too-many-days': {
    en: 'These are too many days: {chosen}.',
    es: 'Son demasiados días: {chosen}.',
  },
  'too-many-days-rule': {
    en: 'The most days for one sale: {max}.',
    es: 'Días para una venta, como máximo: {max}.',
  },
  'too-many-days-instead': {
    en: 'Choose fewer days. The other days can be a second sale.',
    es: 'Elija menos días. Los otros días pueden ser una segunda venta.',
  },
  'days-not-consecutive': {
    en: 'There is a day between the days you chose.',
    es: 'Hay un día libre entre los días que eligió.',
  },
  'days-not-consecutive-rule': {
    en: 'The days of one sale follow each other.',
    es: 'Los días de una misma venta van seguidos.',
  },
  'days-not-consecutive-instead': {
    en: 'Choose days in a row, or ask for two sales.',
    es: 'Elija días seguidos o pida dos ventas.',
  },
  'day-not-allowed': {
    en: 'You chose {days}.',
    es: 'Usted eligió {days}.',
  },
  'day-not-allowed-rule': {
    en: 'Yard sales are held on {allowed}.',
    es: 'Las ventas se hacen en estos días: {allowed}.',
  },
  'day-not-allowed-instead': {
    en: 'Choose other days.',
    es: 'Elija otros días.',
  },
  'hours-not-allowed': {
    en: 'These hours are too early or too late.',
    es: 'Ese horario es muy temprano o muy tarde.',
  },
  'hours-not-allowed-rule': {
    en: 'Sales are held between {from} and {until}.',
    es: 'Las ventas se hacen entre las {from} y las {until}.',
  },
  'hours-not-allowed-instead': {
    en: 'Choose other hours.',
    es: 'Elija otro horario.',
  },
  'hours-reversed': {
    en: 'The sale ends before it starts.',
    es: 'La venta termina antes de empezar.',
  },
  'hours-reversed-rule': {
    en: 'A sale starts and ends on the same day.',
    es: 'Una venta empieza y termina el mismo día.',
  },
  'hours-reversed-instead': {
    en: 'Choose a later end.',
    es: 'Elija una hora de cierre más tarde.',
  },
  'not-residential': {
    en: 'This place is not a home.',
    es: 'Este lugar no es una vivienda.',
  },
  'not-residential-rule': {
    en: 'A yard sale is held at a private home.',
    es: 'Las ventas de garaje se hacen en una vivienda particular.',
  },
  'not-residential-instead': {
    en: 'A clerk can tell you about a business license or a special event.',
    es: 'En la ventanilla le informan sobre la licencia comercial o un evento especial.',
  },
  'outside-city': {
    en: '{address} is not in the city.',
    es: '{address} no está en la ciudad.',
  },
  'outside-city-rule': {
    en: 'The city gives permits for homes inside its limits. The mail may still say {city}.',
    es: 'La ciudad da permisos para viviendas dentro de sus límites. El correo puede decir {city}.',
  },
  'outside-city-instead': {
    en: 'Ask Riverside County. A clerk can give you the address.',
    es: 'Pregunte en el Condado de Riverside. En la ventanilla le dan la dirección.',
  },
  'not-occupant': {
    en: 'You do not live at this address.',
    es: 'Usted no vive en esta dirección.',
  },
  'not-occupant-rule': {
    en: 'The owner, the tenant or someone who lives there holds the sale.',
    es: 'La venta la hace el dueño, el inquilino o alguien que vive ahí.',
  },
  'not-occupant-instead': {
    en: 'Ask the person who lives there to come.',
    es: 'Pida que venga la persona que vive ahí.',
  },
  'overlapping-permit': {
    en: 'This home has a sale from {from} to {until}.',
    es: 'Esta vivienda tiene una venta del {from} al {until}.',
  },
  'overlapping-permit-rule': {
    en: 'Two sales at one home cannot be on the same day.',
    es: 'No puede haber dos ventas el mismo día en una vivienda.',
  },
  'overlapping-permit-instead': {
    en: 'Choose other days.',
    es: 'Elija otros días.',
  },
  'too-soon': {
    en: 'These days are too soon.',
    es: 'Esos días son demasiado pronto.',
  },
  'too-soon-rule': {
    en: 'Ask for the permit {days} or more days before the sale.',
    es: 'Pida el permiso con {days} o más días de anticipación.',
  },
  'too-soon-instead': {
    en: 'You can choose {earliest} or later.',
    es: 'Puede elegir el {earliest} o después.',
  },
  'too-far-ahead': {
    en: 'These days are too far ahead.',
    es: 'Esos días están demasiado lejos.',
  },
  'too-far-ahead-rule': {
    en: 'The city gives permits {days} or fewer days ahead.',
    es: 'La ciudad da permisos con {days} o menos días de anticipación.',
  },
  'too-far-ahead-instead': {
    en: 'Choose a day up to {latest}.',
    es: 'Elija un día hasta el {latest}.',
  },
  'unpaid-fee': {
    en: 'A fee for an earlier permit is not paid.',
    es: 'Falta pagar la tarifa de un permiso anterior.',
  },
  'move-same-home': {
    en: 'The sale stays at the same home.',
    es: 'La venta sigue en la misma vivienda.',
  },
  'move-same-home-rule': {
    en: 'Rain moves the day, not the place.',
    es: 'Por lluvia cambia el día, no el lugar.',
  },
  'move-same-home-instead': {
    en: 'For another home, ask for a new permit.',
    es: 'Para otra vivienda, pida un permiso nuevo.',
  },
  'move-too-late': {
    en: 'It is too late to move this sale.',
    es: 'Ya es tarde para mover esta venta.',
  },
  'move-too-late-rule': {
    en: 'A sale is moved for rain by {by}.',
    es: 'Una venta se mueve por lluvia hasta el {by}.',
  },
  'move-too-late-instead': {
    en: 'You can ask for a new permit.',
    es: 'Puede pedir un permiso nuevo.',
  },
  'move-days': {
    en: 'The sale cannot move to these days.',
    es: 'La venta no se puede mover a esos días.',
  },
  'move-days-rule': {
    en: 'A sale moved for rain is held from {from} to {until}.',
    es: 'Una venta movida por lluvia se hace del {from} al {until}.',
  },
  'move-days-instead': {
    en: 'Choose other days.',
    es: 'Elija otros días.',
  },
}

const checks: Readonly<Record<string, Texts>> = {
  'city-unsure': {
    en: 'A clerk will check that {address} is in the city.',
    es: 'En la ventanilla verifican que {address} esté en la ciudad.',
  },
  'city-unsure-check': {
    en: '{address} is in the city',
    es: '{address} está en la ciudad',
  },
  'unit-unclear': {
    en: 'A clerk will ask for your apartment number.',
    es: 'En la ventanilla le preguntan el número de apartamento.',
  },
  'unit-unclear-check': {
    en: 'Apartment number at {address}',
    es: 'Número de apartamento en {address}',
  },
  'exemption-not-offered': {
    en: 'Not offered in this city',
    es: 'No se ofrece en esta ciudad',
  },
  fee: { en: 'Yard sale permit', es: 'Permiso para venta de garaje' },
  'photo-id': { en: 'A photo ID', es: 'Una identificación con foto' },
  'occupancy-proof': {
    en: 'A bill or lease with your name and {address}',
    es: 'Una factura o un contrato con su nombre y {address}',
  },
  'host-letter': {
    en: 'A letter from the person who lives there',
    es: 'Una carta de la persona que vive ahí',
  },
  'charity-letter': {
    en: 'The charity’s 501(c)(3) letter',
    es: 'La carta 501(c)(3) de la organización',
  },
  'court-order': { en: 'The court order', es: 'La orden del juzgado' },
}

const papers: Readonly<Record<string, Texts>> = {
  declaration: { en: 'Yard sale declaration', es: 'Declaración para venta de garaje' },
  'declare-home': {
    en: 'I am the owner, the tenant or an occupant of {address}, or I hold the sale for a charity or by order of a court.',
    es: 'Soy dueño, inquilino u ocupante de {address}, o hago la venta para una organización benéfica o por orden de un juzgado.',
  },
  'declare-goods': {
    en: 'The goods are used household things. They were not bought to be sold again.',
    es: 'Los artículos son cosas usadas del hogar. No se compraron para volver a venderlos.',
  },
  'declare-rules': {
    en: 'I will keep to the days and hours of the permit and take my signs down when the sale ends.',
    es: 'Respetaré los días y el horario del permiso y retiraré mis letreros al terminar la venta.',
  },
  'permit-title': { en: 'Yard sale permit', es: 'Permiso para venta de garaje' },
  'permit-headline': { en: 'YARD SALE', es: 'VENTA DE GARAJE' },
  'permit-hours': { en: '{opens} to {closes}', es: 'de {opens} a {closes}' },
  'permit-number': { en: 'Permit', es: 'Permiso' },
  'permit-address': { en: 'Address', es: 'Dirección' },
  'permit-days': { en: 'Days', es: 'Días' },
  'permit-time': { en: 'Hours', es: 'Horario' },
  'permit-moved': { en: 'Moved for rain from', es: 'Movida por lluvia del' },
  'permit-show': {
    en: 'Show this where it can be read from the street.',
    es: 'Póngalo donde se lea desde la calle.',
  },
  'permit-signs': {
    en: 'Signs stay on your property and come down when the sale ends.',
    es: 'Los letreros van en su propiedad y se retiran al terminar la venta.',
  },
  'permit-rain': {
    en: 'Rain? Call us by {by} to move the sale.',
    es: '¿Llovió? Llámenos a más tardar el {by} para mover la venta.',
  },
  'permit-cancel': {
    en: 'Not holding it? Cancel in time and it does not count.',
    es: '¿No la hará? Cancele a tiempo y no cuenta.',
  },
}

export const texts: Readonly<Record<string, Texts>> = {
  ...declarationTexts,
  ...weekdays,
  ...hourTexts,
  ...refusals,
  ...checks,
  ...papers,
}
