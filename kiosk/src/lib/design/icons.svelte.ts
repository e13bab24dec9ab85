import ArrowRight from '@lucide/svelte/icons/arrow-right'
import Bus from '@lucide/svelte/icons/bus'
import CircleCheck from '@lucide/svelte/icons/circle-check'
import Clock from '@lucide/svelte/icons/clock'
import Contrast from '@lucide/svelte/icons/contrast'
import Dog from '@lucide/svelte/icons/dog'
import FileText from '@lucide/svelte/icons/file-text'
import Landmark from '@lucide/svelte/icons/landmark'
import Languages from '@lucide/svelte/icons/languages'
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark'
import MoveDown from '@lucide/svelte/icons/move-down'
import RotateCcw from '@lucide/svelte/icons/rotate-ccw'
import Store from '@lucide/svelte/icons/store'
import Type from '@lucide/svelte/icons/type'
import Volume2 from '@lucide/svelte/icons/volume-2'
import WifiOff from '@lucide/svelte/icons/wifi-off'
import type { LucideIcon } from '@lucide/svelte'

type Icons = Readonly<Record<string, LucideIcon>>

/** What the first screens show; the others come while those are read. */
const firstIcons: Icons = {
  'arrow-right': ArrowRight,
  bus: Bus,
  'circle-check': CircleCheck,
  clock: Clock,
  contrast: Contrast,
  dog: Dog,
  'file-text': FileText,
  landmark: Landmark,
  languages: Languages,
  'message-circle-question-mark': MessageCircleQuestionMark,
  'move-down': MoveDown,
  'rotate-ccw': RotateCcw,
  store: Store,
  type: Type,
  'volume-2': Volume2,
  'wifi-off': WifiOff,
}

let icons = $state.raw<Icons>(firstIcons)

void import('./more-icons.ts').then(({ moreIcons }) => (icons = { ...firstIcons, ...moreIcons }))

/** An icon that screens and services may name. One with another name shows as a sheet of paper. */
export const iconOf = (name: string): LucideIcon =>
  (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? FileText
