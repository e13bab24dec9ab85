const dle = 0x10
const seconds = new Set([0x04, 0x05, 0x14])

/**
 * Where the first real-time command starts, or -1. A printer obeys `DLE EOT`, `DLE ENQ` and `DLE DC4` the
 * moment they arrive, even in the middle of an image, so none may stand in a job's body by accident.
 */
export const findRealTime = (bytes: Uint8Array): number => {
  for (let at = bytes.indexOf(dle); at !== -1; at = bytes.indexOf(dle, at + 1))
    if (seconds.has(bytes[at + 1] ?? 0)) return at
  return -1
}

/** Breaks each such sequence in a bitmap by one more black dot, which no eye sees. Changes the bytes in place. */
export const breakRealTime = (bitmap: Uint8Array): Uint8Array => {
  for (let at = findRealTime(bitmap); at !== -1; at = findRealTime(bitmap)) bitmap[at] = dle | 0x08
  return bitmap
}
