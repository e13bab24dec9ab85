import { createServer } from 'node:http'
import { Client } from 'pg'
import { WebSocketServer } from 'ws'

/**
 * The floor of "submit": one bare HTTP request, one commit of one row, one message to every open socket. It knows no rules.
 * Run as `floor-server.ts CONNECTION_STRING`; prints its port.
 */
const database = new Client({ connectionString: process.argv[2] })
await database.connect()
await database.query('create table if not exists floor_row (id bigserial primary key, body text not null)')

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts).toString()
    void database
      .query({ name: 'floor', text: 'insert into floor_row (body) values ($1)', values: [body] })
      .then(() => {
        for (const socket of sockets.clients) socket.send(body)
        response.setHeader('content-type', 'application/json')
        response.end('{"ok":true}')
      })
  })
})
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : address)
})
process.on('disconnect', () => process.exit())
