import { spawn } from 'node:child_process'
import { withLengths } from './wav.ts'

/** Turns a text into sound. */
export interface Synthesizer {
  /** null when it could not */
  speak(order: { voice: string; wordsPerMinute: number; text: string }): Promise<Buffer | null>
}

const timeoutMs = 5_000

/** What a program writes; null when it is missing, fails or takes too long. */
const outputOf = (program: string, args: readonly string[], input: string): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: timeoutMs })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : null))
    // it may be gone before it has read all
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

/**
 * The espeak-ng of this machine, or null where it is not installed. A text goes through its pipe: every user of the machine sees
 * the arguments of a process.
 */
export const findSynthesizer = async (program = 'espeak-ng'): Promise<Synthesizer | null> => {
  if ((await outputOf(program, ['--version'], '')) === null) return null
  return {
    speak: async ({ voice, wordsPerMinute, text }) => {
      const args = ['-v', voice, '-s', String(wordsPerMinute), '--stdin', '--stdout']
      const wav = await outputOf(program, args, `${text}\n`)
      return wav && withLengths(wav)
    },
  }
}
