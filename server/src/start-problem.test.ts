import { mkdirSync } from 'node:fs'
import { createConnection, createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { checkPort } from './check-port.ts'
import { startProblem } from './start-problem.ts'

const around = { host: '127.0.0.1', port: 8080, paperPort: 8081, dataDir: import.meta.filename }

const thrownBy = (action: () => unknown): unknown => {
  try {
    return action()
  } catch (error) {
    return error
  }
}

it('[C14] names the variable behind a port that is taken', async () => {
  const first = createServer().listen(0, '127.0.0.1')
  await once(first, 'listening')
  const { port } = first.address() as AddressInfo
  const error = await checkPort({ host: '127.0.0.1', port }).catch((thrown: unknown) => thrown)
  first.close()
  const words = (name: string) =>
    `${name} ${port} is in use by another program: stop that one, or choose another ${name}.`
  expect(startProblem(error, { ...around, port })).toBe(words('PORT'))
  expect(startProblem(error, { ...around, paperPort: port })).toBe(words('PAPER_PORT'))
})

it('[C14] names the variable behind a host that is none of this machine', async () => {
  for (const host of ['192.0.2.1', 'no-such-host.invalid']) {
    const error = await checkPort({ host, port: 8080 }).catch((thrown: unknown) => thrown)
    expect(startProblem(error, { ...around, host })).toBe(
      `HOST ${host} is no address of this machine: choose another HOST.`,
    )
  }
})

it('[C14] names the variable behind a folder that is none', () => {
  const error = thrownBy(() => mkdirSync(`${around.dataDir}/postgres`, { recursive: true }))
  expect(startProblem(error, around)).toBe(
    `DATA_DIR ${around.dataDir} is no folder that this account may write to (ENOTDIR): choose another DATA_DIR.`,
  )
})

it('[C14] names the variable behind a database that does not answer, at one address or at several', async () => {
  const connection = createConnection({ host: '127.0.0.1', port: 1 })
  const [error] = (await once(connection, 'error')) as [Error]
  expect(startProblem(error, around)).toBe(
    'DATABASE_URL should lead to a running database, and none answers there (connect ECONNREFUSED 127.0.0.1:1).',
  )
  const several = Object.assign(new AggregateError([error]), { code: 'ECONNREFUSED' })
  expect(startProblem(several, around)).toContain('(ECONNREFUSED)')
})

it('[C14] leaves the stack of what nobody expected', () => {
  expect(startProblem(new Error('a defect'), around)).toContain('start-problem.test.ts')
  expect(startProblem(new TypeError('a defect'), around)).toContain('start-problem.test.ts')
})
