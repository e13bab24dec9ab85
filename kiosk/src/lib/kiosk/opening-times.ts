/** A file of its own: it comes while the first screen is read, before anyone knows the hours. */
export { isServiceOff, openness } from '@lobbyline/server/contract'
