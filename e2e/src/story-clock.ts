// Loaded before the server's own code, with `--import`: the programs of a story live at the story's time, so that a story told
// on any day of any year is the same.

const aheadMs = Number(process.env['STORY_AHEAD_MS'] ?? '0')
const RealDate = Date

class StoryDate extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [StoryDate.now()] : given) as [number]))
  }

  static override now(): number {
    return RealDate.now() + aheadMs
  }
}

globalThis.Date = StoryDate as DateConstructor
