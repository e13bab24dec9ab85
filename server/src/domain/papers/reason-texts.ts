import type { Language, Texts } from '../language.ts'
import type { CountReason, VoidReason } from '../reason.ts'
import type { SlipBlock } from '../slip.ts'

export const voidReasonTexts: Readonly<Record<VoidReason, Texts>> = {
  'wrong-amount': {
    en: 'Wrong amount',
    es: 'Monto equivocado',
    'zh-Hans': '金额有误',
    tl: 'Maling halaga',
    vi: 'Sai số tiền',
  },
  'wrong-tender': {
    en: 'Wrong way to pay',
    es: 'Forma de pago equivocada',
    'zh-Hans': '付款方式有误',
    tl: 'Maling paraan ng pagbabayad',
    vi: 'Sai cách trả tiền',
  },
  'wrong-service': {
    en: 'Wrong service',
    es: 'Trámite equivocado',
    'zh-Hans': '办理的事项有误',
    tl: 'Maling serbisyo',
    vi: 'Sai dịch vụ',
  },
  'changed-mind': {
    en: 'No longer wanted',
    es: 'Ya no se desea',
    'zh-Hans': '不再需要',
    tl: 'Hindi na kailangan',
    vi: 'Không còn cần nữa',
  },
  other: { en: 'Other', es: 'Otro', 'zh-Hans': '其他', tl: 'Iba pa', vi: 'Lý do khác' },
}

/** Read by staff alone, so in English. */
export const countReasonTexts: Readonly<Record<CountReason, string>> = {
  'wrong-change': 'Wrong change given',
  'wrong-float': 'Float was wrong',
  unexplained: 'Counted twice, unexplained',
  other: 'Other',
}

const byHandText: Texts = {
  en: 'Reason, by hand',
  es: 'Motivo, a mano',
  'zh-Hans': '原因（手写）',
  tl: 'Dahilan, sulat-kamay',
  vi: 'Lý do, viết tay',
}

/** What no code says is written by hand, on the paper that stays with the money. */
export const byHand = (reason: VoidReason | CountReason | null, language: Language): SlipBlock[] =>
  reason === 'other' ? [{ type: 'signature', label: byHandText[language] }] : []
