import { randomUUID } from 'node:crypto'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const interfaces = '/sys/class/net'

/** Its name, and what its network hardware is called: a copied disk has the same name. */
const machine = async (): Promise<string> => {
  const names = await readdir(interfaces).catch(() => [])
  const addresses = names.map(async (name) => {
    if (!(await isThere(join(interfaces, name, 'device')))) return ''
    return (await readFile(join(interfaces, name, 'address'), 'utf8').catch(() => '')).trim()
  })
  return [hostname(), ...(await Promise.all(addresses)).filter((address) => address !== '').sort()].join(' ')
}

/**
 * What the server knows this journal by: it gives no job to one journal that it has given to another, which may have printed it.
 * A journal that was lost, or copied to another machine, is another one.
 */
export const journalIdIn = async (folder: string, journalPath: string): Promise<string> => {
  const path = join(folder, 'journal-id')
  const known = (await isThere(journalPath)) ? await readFile(path, 'utf8').catch(() => '') : ''
  const [id, where] = known.split('\n')
  const here = await machine()
  if (id !== undefined && id !== '' && where === here) return id
  const mine = randomUUID()
  await writeFile(path, `${mine}\n${here}\n`)
  return mine
}
