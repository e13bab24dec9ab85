import type { City } from '../service.ts'
import type { SlipBlock } from '../slip.ts'

/** Whose paper it is: the city's logo, where the device agent has one, and its name. Every paper for a resident begins with these two. */
export const cityHead = (city: City): SlipBlock[] => [
  { type: 'logo' },
  { type: 'text', text: city.name, size: 'large', bold: true, align: 'center' },
]

/** A scanner that types like a keyboard is known by its pace, which takes some characters; a longer code is wider than the paper. */
const scannable = /^[\x21-\x7e]{4,20}$/

/** The paper's number for the scanner at a window, which finds with it what the paper is about. */
export const numberCode = (number: string): SlipBlock[] =>
  scannable.test(number) ? [{ type: 'barcode', data: number }] : []

/** A receipt's number as the bar code has it, told apart from every other number by its letter. */
export const receiptCode = (number: number): string => `R${String(number).padStart(6, '0')}`

/** The number of the receipt that was scanned or typed, `R000318`, `R318` or `receipt 318`; null for anything else. */
export const receiptNumberIn = (typed: string): number | null => {
  const [, digits] = /^\s*(?:receipt\s+|R)0*([1-9]\d{0,8})\s*$/i.exec(typed) ?? []
  return digits === undefined ? null : Number(digits)
}
