const pc850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
const wpc1252 = new TextDecoder('windows-1252')

/** Text as the printer's own character table `ESC t n` shows it; pages that it has not are drawn as PC437's neighbor, PC850. */
export const decode = (bytes: Buffer, page: number): string => {
  if (page === 16) return wpc1252.decode(bytes)
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : pc850.charAt(byte - 0x80),
  ).join('')
}
