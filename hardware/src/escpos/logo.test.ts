import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { encode } from './encode.ts'
import { readLogo } from './logo.ts'
import { profiles } from './profile.ts'

test('a logo is at most half the paper wide, gray is a pattern, and it stands where the slip wants it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-logo-'))
  const canvas = createCanvas(800, 400)
  const context = canvas.getContext('2d')
  context.fillStyle = '#000'
  context.fillRect(0, 0, 400, 400)
  context.fillStyle = '#808080'
  context.fillRect(400, 0, 400, 400)
  const path = join(folder, 'seal.png')
  await writeFile(path, canvas.toBuffer('image/png'))
  const logo = await readLogo(path, 576)
  await rm(folder, { recursive: true })
  expect([logo.widthBytes * 8, logo.height]).toEqual([288, 144])
  const row = logo.data.subarray(70 * 36, 71 * 36)
  expect(row.subarray(0, 17).every((byte) => byte === 0xff)).toBe(true)
  expect(row.subarray(19).some((byte) => byte !== 0 && byte !== 0xff)).toBe(true)

  const slip = { kind: 'test', language: 'en', blocks: [{ type: 'logo' }] } as const
  const profile = { ...profiles['epson-tm-t20'], logo }
  expect(encode(slip, profile, { copy: 0, jobToken: 'ABCD' }).includes(logo.data)).toBe(true)
})
