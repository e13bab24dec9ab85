import type { KeypadAction, Language } from '@lobbyline/server/contract'

/** The page for who sets a kiosk up; apart from the residents' words, which every kiosk loads. */
export interface KeyWords {
  title: string
  intro: string
  press: (name: string) => string
  tryThem: string
  thisIs: (name: string) => string
  problems: {
    character: (key: string) => string
    taken: (name: string) => string
    unknown: (key: string) => string
  }
  forAgent: string
  startAgain: string
  skip: string
  learnAgain: string
  keep: string
  keys: Readonly<Record<KeypadAction, { name: string; does: string }>>
}

const en: KeyWords = {
  title: 'Learn the keys of the keypad',
  intro: 'For the person who sets up this screen. A keypad with arrows, Enter and Escape works as it is.',
  press: (name) => `Press ${name}`,
  tryThem: 'Now try them: press any key',
  thisIs: (name) => `This is ${name}.`,
  problems: {
    character: (key) =>
      `This key writes “${key}”, as scanners do. Set it to another one with the maker’s tool, such as F13, or skip it.`,
    taken: (name) => `This key is ${name} already. Press another one, or skip it.`,
    unknown: (key) => `This key (${key}) was not learned. It does what it does on any keyboard.`,
  },
  forAgent:
    'Where a device agent reads this keypad instead of the screen, its entry in the agent’s file gets',
  startAgain: 'Start again',
  skip: 'It has no such key',
  learnAgain: 'Learn again',
  keep: 'Keep them',
  keys: {
    up: { name: 'Up', does: 'Goes back to what is above' },
    down: { name: 'Down', does: 'Goes on to what is below' },
    left: { name: 'Left', does: 'Goes left among keys and days' },
    right: { name: 'Right', does: 'Goes right among keys and days' },
    select: { name: 'Select', does: 'Chooses; often the round key in the middle' },
    back: { name: 'Back', does: 'Goes to the page before' },
    help: { name: 'Help', does: 'Tells what the keys do' },
    volume: { name: 'Volume', does: 'Makes the voice louder' },
    'headphones-in': { name: 'Headphones in', does: 'Begins the voice: plug the headphones in' },
    'headphones-out': { name: 'Headphones out', does: 'Ends the voice: pull the headphones out' },
  },
}

const es: KeyWords = {
  title: 'Registrar las teclas del teclado',
  intro: 'Para quien prepara esta pantalla. Un teclado con flechas, Enter y Escape funciona tal como está.',
  press: (name) => `Pulse ${name}`,
  tryThem: 'Ahora pruébelas: pulse cualquier tecla',
  thisIs: (name) => `Esta es ${name}.`,
  problems: {
    character: (key) =>
      `Esta tecla escribe «${key}», como un lector de códigos. Cámbiela por otra, como F13, con el programa del fabricante, o sáltela.`,
    taken: (name) => `Esta tecla ya es ${name}. Pulse otra o sáltela.`,
    unknown: (key) => `Esta tecla (${key}) no está registrada. Hace lo mismo que en cualquier teclado.`,
  },
  forAgent:
    'Si un agente de dispositivos lee este teclado en lugar de la pantalla, ponga esto en el archivo del agente:',
  startAgain: 'Empezar de nuevo',
  skip: 'No tiene esa tecla',
  learnAgain: 'Registrar otra vez',
  keep: 'Guardarlas',
  keys: {
    up: { name: 'Arriba', does: 'Vuelve a lo que está más arriba' },
    down: { name: 'Abajo', does: 'Sigue a lo que está más abajo' },
    left: { name: 'Izquierda', does: 'Va a la izquierda entre teclas y días' },
    right: { name: 'Derecha', does: 'Va a la derecha entre teclas y días' },
    select: { name: 'Elegir', does: 'Elige; suele ser la tecla redonda del centro' },
    back: { name: 'Atrás', does: 'Va a la página anterior' },
    help: { name: 'Ayuda', does: 'Dice qué hacen las teclas' },
    volume: { name: 'Volumen', does: 'Sube el volumen de la voz' },
    'headphones-in': { name: 'Audífonos puestos', does: 'Empieza la voz: conecte los audífonos' },
    'headphones-out': { name: 'Audífonos fuera', does: 'Termina la voz: desconecte los audífonos' },
  },
}

const zhHans: KeyWords = {
  title: '识别按键盘的按键',
  intro: '供设置这个屏幕的人使用。有方向键、Enter 和 Escape 的按键盘可以直接使用。',
  press: (name) => `请按“${name}”`,
  tryThem: '现在试一试：按任意键',
  thisIs: (name) => `这是“${name}”键。`,
  problems: {
    character: (key) => `这个键会输入“${key}”，和扫码器一样。请用厂商的工具改成别的键，例如 F13，或者跳过。`,
    taken: (name) => `这个键已经是“${name}”。请按另一个键，或者跳过。`,
    unknown: (key) => `这个键（${key}）没有识别过，作用和普通键盘一样。`,
  },
  forAgent: '如果由设备代理程序而不是这个屏幕读取按键盘，请在代理程序的文件中为它写上：',
  startAgain: '重新开始',
  skip: '没有这个键',
  learnAgain: '再识别一次',
  keep: '保存',
  keys: {
    up: { name: '上', does: '回到上面一项' },
    down: { name: '下', does: '去下面一项' },
    left: { name: '左', does: '在按键和日期之间向左移' },
    right: { name: '右', does: '在按键和日期之间向右移' },
    select: { name: '选定', does: '选定这一项；通常是中间的圆键' },
    back: { name: '返回', does: '回到上一页' },
    help: { name: '帮助', does: '说明各个键的作用' },
    volume: { name: '音量', does: '让声音更大' },
    'headphones-in': { name: '插入耳机', does: '开始朗读：请插入耳机' },
    'headphones-out': { name: '拔出耳机', does: '停止朗读：请拔出耳机' },
  },
}

const tl: KeyWords = {
  title: 'Kilalanin ang mga button ng keypad',
  intro: 'Para sa naghahanda ng screen na ito. Gumagana na ang keypad na may mga arrow, Enter at Escape.',
  press: (name) => `Pindutin ang ${name}`,
  tryThem: 'Subukan ngayon: pindutin ang kahit alin',
  thisIs: (name) => `Ito ang ${name}.`,
  problems: {
    character: (key) =>
      `Isinusulat ng button na ito ang “${key}”, gaya ng scanner. Palitan ito ng iba, gaya ng F13, gamit ang programa ng gumawa, o laktawan.`,
    taken: (name) => `Ito na ang ${name}. Pindutin ang iba, o laktawan.`,
    unknown: (key) => `Hindi pa kilala ang button na ito (${key}). Gumagana ito gaya ng sa ibang keyboard.`,
  },
  forAgent:
    'Kung device agent ang bumabasa ng keypad na ito sa halip na ang screen, ilagay ito sa file ng agent:',
  startAgain: 'Magsimula muli',
  skip: 'Wala itong ganoong button',
  learnAgain: 'Kilalanin muli',
  keep: 'I-save',
  keys: {
    up: { name: 'Pataas', does: 'Bumabalik sa nasa itaas' },
    down: { name: 'Pababa', does: 'Lumilipat sa nasa ibaba' },
    left: { name: 'Pakaliwa', does: 'Lumilipat pakaliwa sa mga button at araw' },
    right: { name: 'Pakanan', does: 'Lumilipat pakanan sa mga button at araw' },
    select: { name: 'Piliin', does: 'Pumipili; madalas ang bilog na button sa gitna' },
    back: { name: 'Pabalik', does: 'Bumabalik sa nakaraang pahina' },
    help: { name: 'Tulong', does: 'Sinasabi kung ano ang gawa ng mga button' },
    volume: { name: 'Lakas ng tunog', does: 'Pinalalakas ang boses' },
    'headphones-in': {
      name: 'Isaksak ang headphones',
      does: 'Nagsisimula ang boses: isaksak ang headphones',
    },
    'headphones-out': { name: 'Bunutin ang headphones', does: 'Tumitigil ang boses: bunutin ang headphones' },
  },
}

const vi: KeyWords = {
  title: 'Ghi nhận các phím của bàn phím cứng',
  intro: 'Dành cho người cài đặt màn hình này. Bàn phím có mũi tên, Enter và Escape thì dùng được ngay.',
  press: (name) => `Nhấn phím ${name}`,
  tryThem: 'Bây giờ hãy thử: nhấn phím bất kỳ',
  thisIs: (name) => `Đây là phím ${name}.`,
  problems: {
    character: (key) =>
      `Phím này viết ra “${key}”, giống như máy quét. Hãy dùng công cụ của nhà sản xuất đổi sang phím khác, như F13, hoặc bỏ qua.`,
    taken: (name) => `Phím này đã là phím ${name}. Nhấn phím khác, hoặc bỏ qua.`,
    unknown: (key) => `Phím này (${key}) chưa được ghi nhận. Nó hoạt động như trên mọi bàn phím.`,
  },
  forAgent:
    'Nếu chương trình thiết bị đọc bàn phím này thay cho màn hình, hãy ghi vào tệp của chương trình đó:',
  startAgain: 'Làm lại từ đầu',
  skip: 'Không có phím đó',
  learnAgain: 'Ghi nhận lại',
  keep: 'Lưu lại',
  keys: {
    up: { name: 'Lên', does: 'Quay lại mục ở trên' },
    down: { name: 'Xuống', does: 'Sang mục ở dưới' },
    left: { name: 'Trái', does: 'Sang trái giữa các phím và các ngày' },
    right: { name: 'Phải', does: 'Sang phải giữa các phím và các ngày' },
    select: { name: 'Chọn', does: 'Chọn mục đó; thường là phím tròn ở giữa' },
    back: { name: 'Quay lại', does: 'Trở về trang trước' },
    help: { name: 'Trợ giúp', does: 'Cho biết các phím làm gì' },
    volume: { name: 'Âm lượng', does: 'Làm giọng đọc to hơn' },
    'headphones-in': { name: 'Cắm tai nghe', does: 'Bắt đầu giọng đọc: hãy cắm tai nghe' },
    'headphones-out': { name: 'Rút tai nghe', does: 'Dừng giọng đọc: hãy rút tai nghe' },
  },
}

export const keyWords: Readonly<Record<Language, KeyWords>> = { en, es, 'zh-Hans': zhHans, tl, vi }
