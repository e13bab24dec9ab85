import type { Filing } from '../../domain/filing.ts'
import { nameKey } from '../../domain/answers/name-key.ts'
import type { Instant } from '../../domain/time.ts'
import { purgeAt } from '../retention.ts'
import type { Row } from './row-map.ts'
import type { Columns, Write } from './write.ts'

/** Whose command filed it, and when. */
export interface Filed {
  office: string
  at: Instant
  actor: string
  filing: Filing
}

interface Table {
  act: 'insert' | 'upsert' | 'delete'
  table: string
  key: readonly string[]
  columns: Columns
}

const claimKey = { scope: 'text', subject: 'text', slot: 'integer' } satisfies Columns

const tables: Readonly<Record<Filing['type'], Table>> = {
  'intake-file': {
    act: 'upsert',
    table: 'intake_file',
    key: ['intake_id'],
    columns: {
      intake_id: 'text',
      office: 'text',
      service: 'text',
      language: 'text',
      rev: 'integer',
      answers: 'json',
      assessment: 'json',
      evidence: 'json',
      note: 'json',
      name: 'text',
      words: 'text',
      phone: 'text',
      address_key: 'text',
      purge_at: 'timestamptz',
    },
  },
  correction: {
    act: 'insert',
    table: 'correction',
    key: ['intake_id', 'rev', 'at'],
    columns: {
      office: 'text',
      intake_id: 'text',
      rev: 'integer',
      at: 'timestamptz',
      actor: 'text',
      was: 'json',
    },
  },
  oath: {
    act: 'upsert',
    table: 'oath',
    key: ['intake_id'],
    columns: { intake_id: 'text', office: 'text', at: 'timestamptz', actor: 'text', manner: 'text' },
  },
  issuance: {
    act: 'upsert',
    table: 'issuance',
    key: ['id'],
    columns: {
      id: 'text',
      office: 'text',
      service: 'text',
      intake_id: 'text',
      kind: 'text',
      number: 'text',
      subject: 'text',
      valid_from: 'date',
      valid_until: 'date',
      issued_at: 'timestamptz',
      state: 'text',
      data: 'json',
    },
  },
  'claim-taken': {
    act: 'insert',
    table: 'claim',
    key: Object.keys(claimKey),
    columns: { ...claimKey, intake_id: 'text', office: 'text' },
  },
  'claim-released': { act: 'delete', table: 'claim', key: Object.keys(claimKey), columns: claimKey },
  record: {
    act: 'upsert',
    table: 'city_record',
    key: ['service', 'key'],
    columns: { service: 'text', key: 'text', data: 'json' },
  },
  'receipt-file': {
    act: 'insert',
    table: 'receipt_file',
    key: ['receipt_id'],
    columns: {
      receipt_id: 'text',
      office: 'text',
      payer: 'text',
      tenders: 'json',
      lines: 'json',
      purge_at: 'timestamptz',
    },
  },
  'print-job': {
    act: 'insert',
    table: 'print_job',
    key: ['job_id'],
    columns: {
      job_id: 'text',
      office: 'text',
      printer_id: 'text',
      copy: 'integer',
      original_job_id: 'text',
      document: 'json',
      expires_at: 'timestamptz',
      purge_at: 'timestamptz',
    },
  },
}

const rowOf = ({ office, at, actor, filing }: Filed): Row => {
  switch (filing.type) {
    case 'intake-file': {
      const { file, name, phone, codes, addressKey } = filing
      const { intakeId, service, language, rev, answers, assessment, evidence, note } = file
      return {
        intake_id: intakeId,
        office,
        service,
        language,
        rev,
        answers,
        assessment,
        evidence,
        note,
        name,
        words: nameKey([name ?? '', ...codes].join(' ')) || null,
        phone,
        address_key: addressKey,
        purge_at: purgeAt('intake', at),
      }
    }
    case 'correction': {
      const { intakeId, rev, was } = filing
      return { office, intake_id: intakeId, rev, at, actor, was }
    }
    case 'oath':
      return { intake_id: filing.intakeId, office, at, actor, manner: filing.manner }
    case 'issuance': {
      const { id, service, intakeId, kind, number, subject, validFrom, validUntil, issuedAt, state, data } =
        filing.issuance
      return {
        id,
        office,
        service,
        intake_id: intakeId,
        kind,
        number,
        subject,
        valid_from: validFrom,
        valid_until: validUntil,
        issued_at: issuedAt,
        state,
        data,
      }
    }
    case 'claim-taken':
    case 'claim-released': {
      const { scope, subject, slot, intakeId } = filing.claim
      return { scope, subject, slot, intake_id: intakeId, office }
    }
    case 'record': {
      const { service, key, data } = filing.record
      return { service, key, data }
    }
    case 'receipt-file': {
      const { receiptId, payer, tenders, lines } = filing
      return {
        receipt_id: receiptId,
        office,
        payer,
        tenders,
        lines,
        purge_at: purgeAt('receipt', at),
      }
    }
    case 'print-job': {
      const { jobId, printerId, work, expiresAt } = filing.job
      return {
        job_id: jobId,
        office,
        printer_id: printerId,
        copy: work.type === 'slip' ? work.copy : 0,
        original_job_id: filing.originalJobId,
        document: work,
        expires_at: expiresAt,
        purge_at: purgeAt('print', at),
      }
    }
  }
}

/** What the filings of a batch come to, row by row: of two images of one row the later stands. */
export const filingWrites = (filed: readonly Filed[]): Write[] => {
  const byType = new Map<Filing['type'], Map<string, Row>>()
  for (const each of filed) {
    const { type } = each.filing
    let rows = byType.get(type)
    if (!rows) byType.set(type, (rows = new Map<string, Row>()))
    const row = rowOf(each)
    rows.set(JSON.stringify(tables[type].key.map((column) => row[column])), row)
  }
  return [...byType].map(([type, byKey]) => ({ ...tables[type], rows: [...byKey.values()] }))
}
