import { startAgent, type AgentTimes } from '../agent.ts'
import type { AgentConfig } from '../config.ts'

/** An agent that can be killed: its parent says when to start, and is its server's socket. Its modules load meanwhile. */
export interface StartMessage {
  config: AgentConfig
  times: AgentTimes
}

process.once('message', (message: StartMessage) => {
  const connect: Parameters<typeof startAgent>[2] = (_, listener) => {
    process.on('message', (job) => listener.job(job))
    return { used: () => {}, close: () => {} }
  }
  void startAgent(message.config, () => {}, connect, undefined, message.times).then(() =>
    process.send?.('started'),
  )
})
process.on('disconnect', () => process.exit())
