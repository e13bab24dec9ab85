import { randomUUID } from 'node:crypto'
import { access, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * What the server knows this journal by: it gives no job to one journal that it has given to another, which may have printed it.
 * A journal that was lost, or copied to another machine, is another one.
 */
export const journalIdIn = async (folder: string, journalPath: string): Promise<string> => {
  const path = join(folder, 'journal-id')
  const known = (await isThere(journalPath)) ? await readFile(path, 'utf8').catch(() => '') : ''
  const [id, host] = known.split('\n')
  if (id !== undefined && id !== '' && host === hostname()) return id
  const mine = randomUUID()
  await writeFile(path, `${mine}\n${hostname()}\n`)
  return mine
}
