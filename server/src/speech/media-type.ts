/** What a sound is, by its first bytes: a name can say anything. Null for what no kiosk plays. */
export const mediaTypeOf = (bytes: Buffer): string | null => {
  const begins = bytes.toString('latin1', 0, 4)
  if (begins === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE') return 'audio/wav'
  if (begins === 'OggS') return 'audio/ogg'
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0
  return begins.startsWith('ID3') || isFrame ? 'audio/mpeg' : null
}
