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
