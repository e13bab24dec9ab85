module.exports = function getPixels() {
  throw new Error('get-pixels is not installed: Lobbyline draws its own rasters')
}
