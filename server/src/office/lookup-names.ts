import type { Filing } from '../domain/filing.ts'
import { lookupKey } from '../domain/lookup.ts'
import type { Found, Lookup } from '../domain/lookup.ts'

/** Under which names a filing changes what a lookup would find. */
export const writtenNames = (filing: Filing): string[] => {
  switch (filing.type) {
    case 'intake-file':
      return [lookupKey({ kind: 'intake-file', intakeId: filing.file.intakeId })]
    case 'record':
      return [lookupKey({ kind: 'record', service: filing.record.service, key: filing.record.key })]
    case 'issuance': {
      const { id, service, subject } = filing.issuance
      return [
        lookupKey({ kind: 'issuance', issuanceId: id }),
        lookupKey({ kind: 'issuances', service, subject }),
      ]
    }
    case 'claim-taken':
    case 'claim-released': {
      const { scope, subject } = filing.claim
      return [lookupKey({ kind: 'claims', scope, subject })]
    }
    case 'receipt-file':
      return [lookupKey({ kind: 'receipt', receiptId: filing.receiptId })]
    case 'print-job':
      return [
        lookupKey({ kind: 'print-job', jobId: filing.job.jobId }),
        lookupKey({ kind: 'print-job', jobId: filing.originalJobId }),
      ]
    case 'correction':
    case 'oath':
      return []
  }
}

/** Under which names these lookups read: their own, and those of what they found. */
export const readNames = (lookups: readonly Lookup[], found: Found): string[] =>
  lookups.flatMap((lookup) => {
    const names = [lookupKey(lookup)]
    if (lookup.kind === 'issuances') {
      for (const { id } of found.issuances(lookup.service, lookup.subject))
        names.push(lookupKey({ kind: 'issuance', issuanceId: id }))
    }
    if (lookup.kind === 'print-job') {
      const original = found.printJob(lookup.jobId)?.originalJobId
      if (original !== undefined) names.push(lookupKey({ kind: 'print-job', jobId: original }))
    }
    return names
  })
