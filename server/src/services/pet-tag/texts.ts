import type { Texts } from '../../domain/language.ts'
import { declarationTexts } from '../declaration.ts'

const refusals: Readonly<Record<string, Texts>> = {
  'look-up': {
    en: 'A clerk looks up the license of {pet} with your name.',
    es: 'En la ventanilla buscan la licencia de {pet} con su nombre.',
  },
  'not-found': {
    en: 'We did not find tag {tag}.',
    es: 'No encontramos la placa {tag}.',
  },
  'not-found-instead': {
    en: 'Check the number, or go on: a clerk can find the license.',
    es: 'Revise el número o siga: en la ventanilla encuentran la licencia.',
  },
  'record-closed': {
    en: 'This license was closed. A clerk can open it again.',
    es: 'Esta licencia se cerró. En la ventanilla la pueden abrir de nuevo.',
  },
  'rabies-unknown': {
    en: 'A clerk checks the rabies shot of {pet}.',
    es: 'En la ventanilla revisan la vacuna de {pet}.',
  },
  'rabies-missing': {
    en: 'The city has no rabies certificate for {pet}.',
    es: 'La ciudad no tiene el certificado de vacuna contra la rabia de {pet}.',
  },
  'rabies-missing-rule': {
    en: 'California asks for a current rabies shot before a license.',
    es: 'California exige una vacuna vigente contra la rabia antes de dar la licencia.',
  },
  'rabies-missing-instead': {
    en: 'Bring the certificate, or ask your vet for a copy.',
    es: 'Traiga el certificado o pida una copia a su veterinario.',
  },
  'rabies-expired': {
    en: 'The rabies shot of {pet} ended on {until}.',
    es: 'La vacuna de {pet} venció el {until}.',
  },
  'rabies-expired-rule': {
    en: 'California asks for a current rabies shot before a license.',
    es: 'California exige una vacuna vigente contra la rabia antes de dar la licencia.',
  },
  'rabies-expired-instead': {
    en: 'Get {pet} a new shot, then come with the certificate. If you have one, change your answer.',
    es: 'Vacune a {pet} y venga con el certificado. Si ya lo tiene, cambie su respuesta.',
  },
  'rabies-too-short': {
    en: 'The rabies shot of {pet} ends on {until}, before a new license would.',
    es: 'La vacuna de {pet} vence el {until}, antes que una nueva licencia.',
  },
  'rabies-too-short-rule': {
    en: 'A license never lasts longer than the rabies shot.',
    es: 'Una licencia nunca dura más que la vacuna.',
  },
  'rabies-too-short-instead': {
    en: 'Get {pet} a new shot first, then renew with the certificate.',
    es: 'Primero vacune a {pet} y luego renueve con el certificado.',
  },
  'term-not-available': {
    en: 'This term cannot be chosen.',
    es: 'Este plazo no se puede elegir.',
  },
  'term-not-available-rule': {
    en: 'A license never lasts longer than the rabies shot. Dogs that are not spayed or neutered get one year.',
    es: 'Una licencia nunca dura más que la vacuna. Los perros sin esterilizar reciben un año.',
  },
  'term-not-available-instead': {
    en: 'Choose another term.',
    es: 'Elija otro plazo.',
  },
  'consent-missing': {
    en: 'You did not agree that the license ends on {ends}.',
    es: 'Usted no aceptó que la licencia venza el {ends}.',
  },
  'consent-missing-rule': {
    en: 'A shorter license needs your consent.',
    es: 'Una licencia más corta necesita su consentimiento.',
  },
  'consent-missing-instead': {
    en: 'Choose another term, or get {pet} a new rabies shot first.',
    es: 'Elija otro plazo o vacune primero a {pet}.',
  },
  'license-expired': {
    en: 'The license of {pet} ended on {expired}.',
    es: 'La licencia de {pet} venció el {expired}.',
  },
  'license-expired-rule': {
    en: 'A tag is replaced while the license is good.',
    es: 'La placa se repone mientras la licencia está vigente.',
  },
  'license-expired-instead': {
    en: 'Renew the license. A new tag comes with it.',
    es: 'Renueve la licencia. Incluye una placa nueva.',
  },
  'altered-check': {
    en: 'A clerk checks whether {pet} is spayed or neutered.',
    es: 'En la ventanilla revisan la esterilización de {pet}.',
  },
  late: {
    en: 'The renewal is late. A late fee is added.',
    es: 'La renovación es tardía. Se suma un recargo.',
  },
  'alteration-unproven': {
    en: 'There is no proof that {pet} is spayed or neutered.',
    es: 'No hay comprobante de la esterilización de {pet}.',
  },
  'not-owner': {
    en: 'You are not the owner on file.',
    es: 'Usted no aparece como dueño o dueña en el registro.',
  },
}

const choices: Readonly<Record<string, Texts>> = {
  'your-dog': { en: 'your dog', es: 'su perro' },
  'shot-end': { en: 'the day the shot ends', es: 'día en que vence la vacuna' },
  'term-until': { en: 'Until {until}', es: 'Hasta el {until}' },
  'after-vaccine': { en: 'The rabies shot ends first', es: 'La vacuna vence antes' },
  'one-year-only': {
    en: 'Only for dogs that are spayed or neutered',
    es: 'Solo para perros esterilizados o castrados',
  },
  'not-sold': { en: 'Not offered', es: 'No se ofrece' },
  'vaccine-not-needed': {
    en: 'The years above fit the rabies shot',
    es: 'Los años de arriba caben en la vacuna',
  },
}

const fees: Readonly<Record<string, Texts>> = {
  'license-fee': { en: 'Dog license until {until}', es: 'Licencia de perro hasta el {until}' },
  'late-fee': { en: 'Late renewal', es: 'Renovación tardía' },
  'replacement-fee': { en: 'Replacement tag', es: 'Reposición de placa' },
}

const papers: Readonly<Record<string, Texts>> = {
  'rabies-certificate': { en: 'The rabies certificate', es: 'El certificado de vacuna contra la rabia' },
  'rabies-certificate-in-case': {
    en: 'The rabies certificate, if you have it here',
    es: 'El certificado de vacuna, si lo tiene aquí',
  },
  'alteration-proof': {
    en: 'The vet’s proof of spay or neuter',
    es: 'El comprobante de esterilización del veterinario',
  },
  'alteration-proof-in-case': {
    en: 'The vet’s proof of spay or neuter, if you have it here',
    es: 'El comprobante de esterilización, si lo tiene aquí',
  },
  microchip: { en: 'The microchip number', es: 'El número del microchip' },
  'owner-id': { en: 'Your photo ID', es: 'Su identificación con foto' },
  'signed-form': {
    en: 'Affidavit for a guide, signal or service dog, signed here (Penal Code 365.7)',
    es: 'Declaración jurada de perro guía, de señal o de servicio, firmada aquí (Código Penal 365.7)',
  },
  'damaged-tag': { en: 'The damaged tag', es: 'La placa dañada' },
  declaration: { en: 'Statement about a dog tag', es: 'Declaración sobre una placa' },
  'declare-lost': {
    en: 'My dog’s license tag is lost. If I find it, I will give it back to the city.',
    es: 'La placa de licencia de mi perro se perdió. Si la encuentro, la devolveré a la ciudad.',
  },
  'printed-name': { en: 'Name in print', es: 'Nombre en letra de molde' },
  'file-owner': { en: 'Owner', es: 'Dueño o dueña' },
  'file-address': { en: 'Address', es: 'Dirección' },
  'file-phone': { en: 'Phone', es: 'Teléfono' },
  'file-dog': { en: 'Dog', es: 'Perro' },
  'file-expires': { en: 'License until', es: 'Licencia hasta' },
  'file-rabies': { en: 'Rabies shot until', es: 'Vacuna hasta' },
  'slip-license': { en: 'Dog license', es: 'Licencia de perro' },
  'slip-change': { en: 'Dog license: record changed', es: 'Licencia de perro: registro actualizado' },
  'slip-tag': { en: 'Tag', es: 'Placa' },
  'slip-dog': { en: 'Dog', es: 'Perro' },
  'slip-until': { en: 'Good until', es: 'Válida hasta' },
  'slip-wear': {
    en: 'The dog wears the tag on its collar.',
    es: 'El perro lleva la placa en el collar.',
  },
  'change-died': {
    en: 'The license is closed. We are sorry for your loss.',
    es: 'La licencia se cerró. Lamentamos su pérdida.',
  },
  'change-moved-away': { en: 'The license is closed.', es: 'La licencia se cerró.' },
  'change-new-address': { en: 'The new address is on file.', es: 'La nueva dirección quedó registrada.' },
  'change-new-owner': { en: 'The new owner is on file.', es: 'El nuevo dueño quedó registrado.' },
}

export const texts: Readonly<Record<string, Texts>> = {
  ...declarationTexts,
  ...refusals,
  ...choices,
  ...fees,
  ...papers,
}
