/**
 * Why something was done, as codes: a fact tells the reason and nothing of the person. `other` is always among them. What a
 * colleague has to know beyond it is a note in the intake's file, which has a purge date; what an auditor has to know is
 * written by hand on the paper that stays with the money.
 */
export const holdReasons = ['fetching-paper', 'at-vehicle', 'on-phone', 'for-colleague', 'other'] as const
export const cancelReasons = [
  'gave-up-waiting',
  'nothing-to-do',
  'duplicate',
  'another-day',
  'never-came',
  'other',
] as const
export const informationReasons = [
  'paper-missing',
  'paper-unreadable',
  'paper-expired',
  'owner-needed',
  'answer-unclear',
  'other',
] as const
export const voidReasons = ['wrong-amount', 'wrong-tender', 'wrong-service', 'changed-mind', 'other'] as const
export const countReasons = ['wrong-change', 'wrong-float', 'unexplained', 'other'] as const

export type HoldReason = (typeof holdReasons)[number]
export type CancelReason = (typeof cancelReasons)[number]
export type InformationReason = (typeof informationReasons)[number]
export type VoidReason = (typeof voidReasons)[number]
export type CountReason = (typeof countReasons)[number]
