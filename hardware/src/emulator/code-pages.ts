const pc850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** Those that every JavaScript knows, by the n of `ESC t`. */
const decoders = new Map(
  Object.entries({
    16: 'windows-1252',
    17: 'ibm866',
    45: 'windows-1250',
    46: 'windows-1251',
    47: 'windows-1253',
  }).map(([page, encoding]) => [Number(page), new TextDecoder(encoding)]),
)

/** Text as the printer's own character table shows it; tables that it has not are shown as PC437's neighbor, PC850. */
export const decode = (bytes: Buffer, page: number): string =>
  decoders.get(page)?.decode(bytes) ??
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : pc850.charAt(byte - 0x80))).join('')
