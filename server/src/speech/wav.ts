const headerBytes = 44

/**
 * A WAV that was written to a pipe does not know its own length and names the largest there is; strict players refuse that.
 * @returns null when it is no WAV or has no sound
 */
export const withLengths = (wav: Buffer): Buffer | null => {
  if (wav.length <= headerBytes || wav.toString('latin1', 0, 4) !== 'RIFF') return null
  const whole = Buffer.from(wav)
  whole.writeUInt32LE(wav.length - 8, 4)
  whole.writeUInt32LE(wav.length - headerBytes, 40)
  return whole
}
