import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { birthOf, commandLineOf } from './running-process.ts'

it('knows a process by its birth and its command line, and a dead one not at all', async () => {
  const child = spawn('sleep', ['61'])
  await once(child, 'spawn')
  const pid = child.pid!
  expect(commandLineOf(pid)).toBe('sleep 61')
  const birth = birthOf(pid)
  expect(birth).toBeTruthy()
  expect(birthOf(pid)).toBe(birth)
  expect(birthOf(pid)).not.toBe(birthOf(process.pid))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(birthOf(pid)).toBeUndefined()
  expect(commandLineOf(pid)).toBeUndefined()
})

it.runIf(process.platform === 'linux')('does not take a zombie for a living process', async () => {
  // The shell becomes a sleep, which never asks how its child ended.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 61'])
  try {
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]
    const zombie = Number(line.toString())
    await expect.poll(() => birthOf(zombie)).toBeUndefined()
    expect(commandLineOf(zombie)).toBeUndefined()
    expect(process.kill(zombie, 0)).toBe(true)
  } finally {
    parent.kill()
  }
})
