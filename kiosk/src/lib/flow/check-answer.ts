/** A file of its own: it knows how streets are written, and comes while the first screen is read. */
export { checkAnswer } from '@lobbyline/server/contract'
