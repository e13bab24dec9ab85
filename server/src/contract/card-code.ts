/** A driver's license, by AAMVA's header. */
const license = /^@?\s*(ANSI|AAMVA)\s*\d{6}/
/** A track of a bank card (ISO/IEC 7813) or of a license with a stripe (AAMVA); each is a code of its own. */
const track = /^(%[^?]*\^|;\d{6,}=|[%#+]["!])/

/** A license is typed line by line: what follows its header this soon belongs to it. */
const restOfCardMs = 1_000

/**
 * Tells codes of identity and bank cards from the codes that a city hall prints. Nobody has asked for them, and they carry a
 * name, an address, a number: whoever reads codes drops them unseen. Lines of one card come one by one.
 */
export const createCardGuard = (): ((text: string, atMs: number) => boolean) => {
  let lastAt = -Infinity
  return (text, atMs) => {
    if (track.test(text)) return true
    if (!license.test(text) && atMs - lastAt > restOfCardMs) return false
    lastAt = atMs
    return true
  }
}
