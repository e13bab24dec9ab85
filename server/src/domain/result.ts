/** An expected failure is a value with a literal code, never an exception. */
export type Result<Value, Code extends string = string> =
  { ok: true; value: Value } | { ok: false; code: Code; details?: Readonly<Record<string, string | number>> }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const refuse = <Code extends string>(
  code: Code,
  details?: Readonly<Record<string, string | number>>,
): { ok: false; code: Code; details?: Readonly<Record<string, string | number>> } =>
  details ? { ok: false, code, details } : { ok: false, code }
