import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const printers = '[{"id":"kiosk-1","transport":"tcp://192.168.1.50:9100","profile":"epson-tm-m30"}]'
const env = {
  SERVER_URL: 'https://lobby.example.gov',
  DEVICE_TOKEN: 'secret',
  DATA_DIR: '/tmp/x',
  PRINTERS: printers,
}

test('variables are enough', async () => {
  expect(await readConfig(env)).toEqual({
    serverUrl: 'https://lobby.example.gov',
    deviceToken: 'secret',
    dataDir: '/tmp/x',
    printers: [{ id: 'kiosk-1', transport: 'tcp://192.168.1.50:9100', profile: 'epson-tm-m30' }],
  })
})

test('devices are named by kind and place, told apart by their USB ids', async () => {
  const devices =
    '[{"kind":"scanner","at":"window:3","vendorId":"0c2e"},{"kind":"keypad","at":"kiosk:front","keys":{"select":104}}]'
  expect((await readConfig({ ...env, DEVICES: devices })).devices).toEqual([
    { kind: 'scanner', at: 'window:3', vendorId: 0x0c2e },
    { kind: 'keypad', at: 'kiosk:front', keys: { select: 104 } },
  ])
})

test.each([
  ['[{"kind":"scanner","at":"somewhere"}]', /DEVICES \(devices\) at 0.at: window:3/],
  ['[{"kind":"scanner","at":"window:3","vendorId":"12"}]', /DEVICES \(devices\) at 0.vendorId: four digits/],
  ['[{"kind":"toaster","at":"window:3"}]', /DEVICES \(devices\) at 0.kind/],
])('%s is explained', async (devices, words) => {
  await expect(readConfig({ ...env, DEVICES: devices })).rejects.toThrow(words)
})

test('a file is enough, and a variable takes the place of its field', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-config-'))
  const file = join(folder, 'agent.json')
  await writeFile(
    file,
    JSON.stringify({
      serverUrl: 'http://a.test',
      deviceToken: 'b',
      dataDir: 'c',
      printers: JSON.parse(printers) as unknown,
    }),
  )
  expect(await readConfig({ CONFIG_FILE: file, DATA_DIR: '/elsewhere' })).toMatchObject({
    serverUrl: 'http://a.test',
    dataDir: '/elsewhere',
  })
  await rm(folder, { recursive: true })
})

test('a file that is no JSON is told with the place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-config-'))
  const file = join(folder, 'agent.json')
  await writeFile(file, '{\n  "dataDir": "/tmp/x",\n}\n')
  await expect(readConfig({ CONFIG_FILE: file })).rejects.toThrow(
    /^CONFIG_FILE is not valid JSON: .*line 3 column 1/,
  )
  await rm(folder, { recursive: true })
})

test.each([
  ['tcp://192.168.1.50:9100', 'tcp://192.168.1.50:9100'],
  ['serial:/dev/ttyUSB0', 'serial:/dev/ttyUSB0?baud=19200'],
])('two printers cannot both be at %s', async (one, other) => {
  const both = JSON.stringify([
    { id: 'kiosk-1', transport: one },
    { id: 'window-3', transport: other },
  ])
  await expect(readConfig({ ...env, PRINTERS: both })).rejects.toThrow(
    /^PRINTERS \(printers\): kiosk-1 and window-3 are at the same address/,
  )
})

test.each([
  ['SERVER_URL', 'not a url'],
  ['SERVER_URL', 'ftp://x'],
  ['DEVICE_TOKEN', undefined],
  ['DATA_DIR', ''],
  ['PRINTERS', undefined],
  ['PRINTERS', '[]'],
  ['PRINTERS', '{'],
  ['PRINTERS', printers.replace('tcp:', 'udp:')],
  ['PRINTERS', printers.replace('9100', '99999')],
  ['PRINTERS', printers.replace('epson-tm-m30', 'typewriter')],
  ['PRINTERS', printers.replace(']', ',') + printers.slice(1)],
  ['CONFIG_FILE', '/does/not/exist'],
])('a wrong %s (%s) is named', async (name, value) => {
  await expect(readConfig({ ...env, [name]: value })).rejects.toThrow(new RegExp(`^${name}`))
})
