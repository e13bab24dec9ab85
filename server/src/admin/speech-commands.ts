import { join } from 'node:path'
import { z } from 'zod'
import { language, text } from '../contract/schemas.ts'
import { maxSpokenLength } from '../contract/speech.ts'
import { parseCsv } from '../services/pet-tag/csv.ts'
import { mediaTypeOf } from '../speech/media-type.ts'
import { putRecording } from '../speech/recording-store.ts'
import { spokenText } from '../speech/voices.ts'
import { word, type AdminCommand } from './admin-command.ts'

const listName = 'recordings.csv'
const mostBytes = 2_000_000

const line = z.tuple([language, text(maxSpokenLength, 1), z.string().regex(/^[\w.-]{1,100}$/)])

export const speechCommands: Readonly<Record<string, AdminCommand>> = {
  'load-recordings': {
    usage: 'load-recordings FOLDER',
    about: `what people recorded, said instead of the machine's voice; FOLDER/${listName} has a line "language,text,file" for each`,
    run: async (context) => {
      const { pool, say } = context
      const folder = word(context, 0, 'FOLDER')
      const rows = parseCsv(await context.readFile(join(folder, listName)))
      let loaded = 0
      for (const row of rows) {
        const parsed = line.safeParse(row.cells.map((cell) => cell.trim()))
        if (!parsed.success) {
          if (row.cells[0] !== 'language') say(`Line ${row.line}: not "language,text,file"; left out.`)
          continue
        }
        const [spoken, said, file] = parsed.data
        const audio = await context.readBytes(join(folder, file)).catch(() => null)
        const mediaType = audio && mediaTypeOf(audio)
        if (!audio || !mediaType || audio.length > mostBytes) {
          say(`Line ${row.line}: ${file} is no WAV, MP3 or Ogg file of at most 2 MB; left out.`)
          continue
        }
        await putRecording(pool, { language: spoken, text: spokenText(said), mediaType, audio })
        loaded += 1
      }
      say(`${loaded} recordings are in.`)
    },
  },
}
