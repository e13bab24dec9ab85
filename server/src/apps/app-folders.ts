import { join } from 'node:path'
import type { StaticApp } from '../transport/static-apps.ts'

export const projectFolder = join(import.meta.dirname, '../../..')

/** The workspaces that are built to pages. */
export const appNames = ['kiosk', 'staff-console'] as const

const built = (name: (typeof appNames)[number]): string => join(projectFolder, name, 'build')

export const builtApps: readonly StaticApp[] = [
  { root: built('kiosk'), path: '/' },
  { root: built('staff-console'), path: '/staff' },
]
