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
    'zh-Hans': '您是否庄严宣誓，您在本申请中所陈述的内容属实，愿上帝帮助您？',
    tl: 'Taimtim ba ninyong isinusumpa na totoo ang isinaad ninyo sa aplikasyong ito, kasihan nawa kayo ng Diyos?',
    vi: 'Quý vị có long trọng tuyên thệ rằng những gì quý vị khai trong đơn này là đúng sự thật, xin Thượng Đế giúp quý vị?',
  },
  affirm: {
    en: 'Do you solemnly affirm, under penalty of perjury, that what you have stated in this application is true?',
    es: '¿Afirma usted solemnemente, bajo pena de perjurio, que lo que ha declarado en esta solicitud es verdad?',
    'zh-Hans': '您是否庄严确认，您在本申请中所陈述的内容属实，如有虚假愿承担伪证罪责任？',
    tl: 'Taimtim ba ninyong pinagtitibay, sa ilalim ng parusa ng perjury, na totoo ang isinaad ninyo sa aplikasyong ito?',
    vi: 'Quý vị có long trọng xác nhận, nếu sai xin chịu hình phạt về tội khai man, rằng những gì quý vị khai trong đơn này là đúng sự thật?',
  },
}
