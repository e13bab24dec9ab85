/** One thing that was looked at. `missing` says what to do about it. */
export type Finding =
  | { mark: 'fine'; what: string }
  | { mark: 'note'; what: string }
  | { mark: 'missing'; what: string; now: string }

export const fine = (what: string): Finding => ({ mark: 'fine', what })
export const note = (what: string): Finding => ({ mark: 'note', what })
export const missing = (what: string, now: string): Finding => ({ mark: 'missing', what, now })

const signs: Record<Finding['mark'], string> = { fine: '  ok ', note: '  -  ', missing: '  !! ' }

export interface Section {
  title: string
  findings: readonly Finding[]
}

/** For a terminal without colors: what is missing stands out by its sign, and what to do stands under it. */
export const reportText = (sections: readonly Section[]): string =>
  sections
    .map(({ title, findings }) =>
      [
        title,
        ...findings.map((finding) =>
          finding.mark === 'missing'
            ? `${signs.missing}${finding.what}\n       -> ${finding.now.replaceAll('\n', '\n          ')}`
            : signs[finding.mark] + finding.what,
        ),
      ].join('\n'),
    )
    .join('\n\n')

export const isAnythingMissing = (sections: readonly Section[]): boolean =>
  sections.some(({ findings }) => findings.some(({ mark }) => mark === 'missing'))
