import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../../..')
const running: ChildProcess[] = []

/** Starts one of our programs as a process that ends with this one. @returns its first line of output that `isReady` takes */
export const startProgram = (
  program: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  isReady: (line: string) => boolean,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, join(root, program), ...parameters], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    running.push(child)
    const lines: string[] = []
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface(stream).on('line', (line) => {
          if (lines.push(line) > 50) lines.shift()
          if (isReady(line)) resolve(line)
        })
    child.once('exit', () => reject(new Error(`${program} ended:\n${lines.join('\n')}`)))
  })

/** Runs a program to its end. @returns what it printed */
export const runProgram = (
  program: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  input = '',
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, join(root, program), ...parameters], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdin.end(input)
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
    child.once('exit', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${program} ended with ${code}`)),
    )
  })

export const endPrograms = async (): Promise<void> => {
  for (const child of running.reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
}
