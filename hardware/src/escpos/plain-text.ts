// C0, DEL, C1, zero-width (but what joins letters), bidi and line-separator characters, soft hyphen, byte order mark
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g
const spaces = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/**
 * Text fit for paper: one line, composed, every kind of space a plain one, and free of anything that a
 * printer could take for a command. All data passes through here before it becomes bytes. Composed last: a letter and its
 * accent may have stood on both sides of what was removed.
 */
export const plainText = (text: string): string =>
  text.toWellFormed().replace(spaces, ' ').replace(unprintable, '').normalize('NFC')
