import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'

let child: ChildProcess | null = null
afterEach(() => {
  child?.kill('SIGKILL')
  child = null
})

const start = (mode: string, env: Record<string, string>): ChildProcess =>
  (child = fork(new URL('main.ts', import.meta.url), [mode], {
    env: { PATH: process.env['PATH'], ...env },
    silent: true,
  }))

const firstLine = async (started: ChildProcess): Promise<unknown> => {
  const [chunk] = (await once(started.stdout ?? started, 'data')) as [Buffer]
  return JSON.parse(chunk.toString())
}

interface Ready {
  ready: boolean
  paper: string
  ports: Record<string, number>
}

test('emulated printers say where they are, and end when their parent lets go of them', async () => {
  const started = start('emulator', { PRINTERS: '[{"id":"kiosk","name":"Kiosk"}]', PAPER_PORT: '0' })
  const { ready, paper, ports } = (await firstLine(started)) as Ready
  expect(ready).toBe(true)
  expect(await (await fetch(`${paper}/api/printers`)).json()).toMatchObject([{ id: 'kiosk', name: 'Kiosk' }])
  const socket = connect(ports['kiosk'] ?? 0, '127.0.0.1')
  await once(socket, 'connect')
  const exited = once(started, 'exit')
  started.disconnect()
  expect(await exited).toEqual([0, null])
  socket.destroy()
})

test('the doctor says in plain words what is missing, and ends', async () => {
  const started = start('doctor', {})
  let said = ''
  started.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(started, 'close')
  expect(said).toMatch(/!! SERVER_URL[^]*-> see hardware\/README\.md/)
  expect(said).toMatch(/Scanners, keypads and lights\n/)
})

const anAgent = {
  SERVER_URL: 'http://127.0.0.1:1',
  DEVICE_TOKEN: 'x',
  PRINTERS: '[{"id":"kiosk","transport":"tcp://127.0.0.1:1"}]',
}

test.each([
  ['agent', {}, /SERVER_URL/],
  ['agent', { ...anAgent, DATA_DIR: '/dev/null/data' }, /^DATA_DIR \(dataDir\): .*\/dev\/null\/data/],
  ['emulator', { PRINTERS: '{' }, /^PRINTERS/],
  ['demo', { PRINTERS: '[{"id":"kiosk"}]', SERVER_URL: 'http://127.0.0.1:1' }, /DEVICE_TOKEN/],
  ['typewriter', {}, /typewriter/],
])('%s with %j does not start, and says why', async (mode, env, words) => {
  const started = start(mode, env)
  let said = ''
  started.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(started, 'close')) as [number]
  expect(code).toBe(1)
  expect(said).toMatch(words)
})
