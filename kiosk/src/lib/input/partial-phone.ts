/** A phone number as far as it has been typed: "(951) 555-01". */
export const partialPhone = (digits: string): string => {
  if (digits.length < 4) return digits
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
  return `(${area}) ${exchange}${line === '' ? '' : `-${line}`}`
}
