import type { Language } from '@lobbyline/server/contract'

/** What is said on the rarer ways in; apart from the residents' other words, which every first screen loads. */
export interface WayWords {
  others: string
  appointment: string
  appointmentAbout: string
  timeTitle: string
  timeLead: string
  at: (time: string) => string
  unknownCode: string
}

export const wayWords: Readonly<Record<Language, WayWords>> = {
  en: {
    others: 'Other ways',
    appointment: 'I have an appointment',
    appointmentAbout: 'Booked for a time today',
    timeTitle: 'What time is your appointment?',
    timeLead: 'Not on the list? Go back, touch what you came for, and tell the clerk your time.',
    at: (time) => `Your appointment: ${time}`,
    unknownCode:
      'This screen cannot use that code. Is it from a permit or a receipt? Touch “Something else”, and show it to the clerk.',
  },
  es: {
    others: 'Otras opciones',
    appointment: 'Tengo una cita',
    appointmentAbout: 'Con una hora reservada para hoy',
    timeTitle: '¿A qué hora es su cita?',
    timeLead: '¿No está en la lista? Regrese, toque lo que viene a hacer y diga su hora al personal.',
    at: (time) => `Su cita: ${time}`,
    unknownCode:
      'Esta pantalla no puede usar ese código. ¿Es de un permiso o de un recibo? Toque «Otro asunto» y muéstrelo al personal.',
  },
  'zh-Hans': {
    others: '其他方式',
    appointment: '我有预约',
    appointmentAbout: '已预约今天的时间',
    timeTitle: '您预约的是几点？',
    timeLead: '没有您的时间？请返回，选择要办的事，并把时间告诉工作人员。',
    at: (time) => `您的预约：${time}`,
    unknownCode: '这里不能使用这个码。它是许可证或收据上的吗？请按“其他事项”，并给工作人员看。',
  },
  tl: {
    others: 'Iba pang paraan',
    appointment: 'May appointment ako',
    appointmentAbout: 'May nakatakdang oras ngayong araw',
    timeTitle: 'Anong oras ang appointment ninyo?',
    timeLead: 'Wala sa listahan? Bumalik, pindutin ang sadya ninyo, at sabihin sa kawani ang oras.',
    at: (time) => `Ang appointment ninyo: ${time}`,
    unknownCode:
      'Hindi magamit dito ang code na iyan. Nasa permit o resibo ba ito? Pindutin ang “Iba pang bagay” at ipakita ito sa kawani.',
  },
  vi: {
    others: 'Cách khác',
    appointment: 'Tôi có hẹn',
    appointmentAbout: 'Đã đặt giờ cho hôm nay',
    timeTitle: 'Quý vị hẹn lúc mấy giờ?',
    timeLead: 'Không có trong danh sách? Hãy quay lại, chạm vào việc cần làm và nói giờ hẹn với nhân viên.',
    at: (time) => `Giờ hẹn của quý vị: ${time}`,
    unknownCode:
      'Màn hình này không dùng được mã đó. Mã ở trên giấy phép hay biên nhận? Hãy chạm “Việc khác” và đưa cho nhân viên xem.',
  },
}
