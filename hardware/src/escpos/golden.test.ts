import { expect, test } from 'vitest'
import type { Slip } from '../contract.ts'
import { parseCommand } from '../emulator/command.ts'
import { encode, encodeDrawerKick } from './encode.ts'
import { profiles } from './profile.ts'

/** Every kind of block that a printer draws itself; what is drawn in fonts has tests of its own. */
const slip: Slip = {
  kind: 'test',
  language: 'es',
  blocks: [
    { type: 'text', text: 'Ciudad de Beaumont', size: 'large', bold: true, align: 'center' },
    { type: 'logo' },
    { type: 'text', text: '550 E. 6th Street', align: 'center' },
    { type: 'rule' },
    { type: 'row', left: 'Licencia de perro, añejo', right: '$36.00', bold: true },
    { type: 'box', text: '¿Es inquilino? Traiga también su contrato de alquiler o un recibo de servicios' },
    { type: 'text', text: 'Чек' },
    { type: 'space', lines: 2 },
    { type: 'qr', data: 'https://lobby.example.gov/t/9Tq4bLs1', caption: 'Siga la fila' },
    { type: 'barcode', data: '2026-000318' },
    { type: 'signature', label: 'Firma del residente' },
  ],
}

/** A command a line: its bytes, and texts as they are. */
const readable = (bytes: Buffer): string => {
  const lines: string[] = []
  for (let rest = bytes; rest.length > 0;) {
    const { length, command } = parseCommand(rest) ?? { length: rest.length, command: null }
    const part = rest.subarray(0, length)
    lines.push(command?.type === 'text' ? JSON.stringify(part.toString('latin1')) : part.toString('hex'))
    rest = rest.subarray(length)
  }
  return `${lines.join('\n')}\n`
}

test.each(Object.values(profiles))('$name: a slip and a drawer, byte by byte', async (profile) => {
  const job = encode(slip, profile, { copy: 1, jobToken: 'ABCD' })
  const kick = encodeDrawerKick(profile, { jobToken: 'ABCE' })
  await expect(readable(Buffer.concat([job, kick]))).toMatchFileSnapshot(`golden/${profile.name}.txt`)
})
