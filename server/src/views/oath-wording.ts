import type { OathWording } from '../contract/views.ts'

/**
 * Read aloud by the clerk, answered by the applicant. A new wording gets a new version: what was administered names it.
 * The demo's own words; a city puts in the ones that its authority prescribes.
 */
export const oathWording: OathWording = {
  version: 1,
  swear: {
    en: 'Do you solemnly swear that what you have stated in this application is true, so help you God?',
    es: '¿Jura usted solemnemente que lo que ha declarado en esta solicitud es verdad, con la ayuda de Dios?',
  },
  affirm: {
    en: 'Do you solemnly affirm, under penalty of perjury, that what you have stated in this application is true?',
    es: '¿Afirma usted solemnemente, bajo pena de perjurio, que lo que ha declarado en esta solicitud es verdad?',
  },
}
