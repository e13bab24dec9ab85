/** The digit that chooses a reason of a sheet, or null: in a text field digits are text, also in one that lies over the sheet. */
export const chosenDigit = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): number | null => {
  const isText = target instanceof HTMLInputElement && target.type !== 'radio'
  return isText || ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key) ? null : Number(key)
}
