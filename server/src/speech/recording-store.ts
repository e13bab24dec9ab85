import type { Database } from '../database/pool.ts'
import type { Language } from '../domain/language.ts'

export interface Sound {
  audio: Buffer
  mediaType: string
}

export interface Recording extends Sound {
  language: Language
  /** what is said in it, as the screen writes it */
  text: string
}

export const readRecording = async (
  pool: Database,
  language: Language,
  text: string,
): Promise<Sound | null> => {
  const { rows } = await pool.query<{ audio: Buffer; media_type: string }>(
    'select audio, media_type from speech_recording where language = $1 and text = $2',
    [language, text],
  )
  const [row] = rows
  return row ? { audio: row.audio, mediaType: row.media_type } : null
}

/** A text that is recorded already is replaced. */
export const putRecording = async (
  pool: Database,
  { language, text, mediaType, audio }: Recording,
): Promise<void> => {
  await pool.query(
    `insert into speech_recording (language, text, media_type, audio) values ($1, $2, $3, $4)
     on conflict (language, text) do update
       set media_type = excluded.media_type, audio = excluded.audio, loaded_at = now()`,
    [language, text, mediaType, audio],
  )
}

export const recordedLanguages = async (pool: Database): Promise<ReadonlySet<string>> => {
  const { rows } = await pool.query<{ language: string }>('select distinct language from speech_recording')
  return new Set(rows.map(({ language }) => language))
}
