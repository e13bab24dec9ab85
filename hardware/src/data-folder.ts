import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'

export class FolderTakenError extends Error {
  override readonly name = 'FolderTakenError'
}

export class FolderUnusableError extends Error {
  override readonly name = 'FolderUnusableError'
}

/**
 * A name of this machine that ends with the process that has it, however roughly that ends, and that a private /tmp does not
 * hide. Null where the system has no such names.
 */
const nameFor = (folder: string): string | null => {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  switch (process.platform) {
    case 'linux':
      return `\0lobbyline-agent-${digest}`
    case 'win32':
      return `\\\\.\\pipe\\lobbyline-agent-${digest}`
    default:
      return null
  }
}

/**
 * Takes the folder for one agent, and makes it where it is missing: two agents with one journal would print every slip twice.
 * @returns lets go of it
 * @throws FolderTakenError when another agent has it
 * @throws FolderUnusableError when it cannot be made
 */
export const takeFolder = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true }).catch((cause: Error) => {
    throw new FolderUnusableError(`DATA_DIR (dataDir): ${folder} cannot be made (${cause.message})`, {
      cause,
    })
  })
  const name = nameFor(await realpath(folder))
  if (name === null) return () => Promise.resolve()
  const server = createServer((socket) => socket.destroy()).unref()
  server.listen(name)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE') throw cause
    throw new FolderTakenError(`DATA_DIR (dataDir): another agent runs with ${folder}; stop that one first`, {
      cause,
    })
  }
  return async () => {
    server.close()
    await once(server, 'close')
  }
}
