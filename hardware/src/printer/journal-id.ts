import { randomUUID } from 'node:crypto'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Set in an address that no maker of hardware gave (IEEE 802, the local bit): made up by a program, and perhaps anew each time. */
const isMadeUp = (address: string): boolean => (Number.parseInt(address.slice(0, 2), 16) & 2) !== 0

/**
 * What its network hardware is called; bridges and tunnels have no device. Addresses that are made up, as for each search for Wi-Fi,
 * count only where there is no other, as in a virtual machine.
 */
const hardwareAddresses = async (interfaces: string): Promise<string[]> => {
  const names = await readdir(interfaces).catch((): string[] => [])
  const found = names.map(async (name) => {
    if (!(await isThere(join(interfaces, name, 'device')))) return ''
    return (await readFile(join(interfaces, name, 'address'), 'utf8').catch(() => '')).trim()
  })
  // A modem without an address has one of nothing but zeros.
  const addresses = (await Promise.all(found)).filter((address) => /[1-9a-f]/.test(address))
  const lasting = addresses.filter((address) => !isMadeUp(address))
  return lasting.length > 0 ? lasting : addresses
}

/** A copied disk has the same name, and other network hardware; a plug that was pulled out or put in leaves some of it the same. */
const isSameMachine = (known: string, here: string): boolean => {
  const [knownName, ...before] = known.split(' ')
  const [name, ...now] = here.split(' ')
  const [fewer, more] = before.length < now.length ? [before, now] : [now, before]
  if (knownName !== name || (fewer.length === 0 && more.length > 0)) return false
  return fewer.every((address) => more.includes(address))
}

/**
 * What the server knows this journal by: it gives no job to one journal that it has given to another, which may have printed it.
 * A journal that was lost, or copied to another machine, is another one.
 */
export const journalIdIn = async (
  folder: string,
  journalPath: string,
  interfaces = '/sys/class/net',
): Promise<string> => {
  const path = join(folder, 'journal-id')
  const known = (await isThere(journalPath)) ? await readFile(path, 'utf8').catch(() => '') : ''
  const [id, where] = known.split('\n')
  const here = [hostname(), ...(await hardwareAddresses(interfaces))].join(' ')
  if (id !== undefined && id !== '' && where !== undefined && isSameMachine(where, here)) return id
  const mine = randomUUID()
  await writeFile(path, `${mine}\n${here}\n`)
  return mine
}
