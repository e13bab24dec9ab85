import arrowRight from 'lucide-static/icons/arrow-right.svg?raw'
import bus from 'lucide-static/icons/bus.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import contrast from 'lucide-static/icons/contrast.svg?raw'
import dog from 'lucide-static/icons/dog.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import languages from 'lucide-static/icons/languages.svg?raw'
import messageCircleQuestionMark from 'lucide-static/icons/message-circle-question-mark.svg?raw'
import moveDown from 'lucide-static/icons/move-down.svg?raw'
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw'
import store from 'lucide-static/icons/store.svg?raw'
import letter from 'lucide-static/icons/type.svg?raw'
import volume2 from 'lucide-static/icons/volume-2.svg?raw'
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw'

type Icons = Readonly<Record<string, string>>

/** What the first screens show; the others come while those are read. */
const firstIcons: Icons = {
  'arrow-right': arrowRight,
  bus,
  'circle-check': circleCheck,
  clock,
  contrast,
  dog,
  'file-text': fileText,
  landmark,
  languages,
  'message-circle-question-mark': messageCircleQuestionMark,
  'move-down': moveDown,
  'rotate-ccw': rotateCcw,
  store,
  type: letter,
  'volume-2': volume2,
  'wifi-off': wifiOff,
}

let icons = $state.raw<Icons>(firstIcons)

void import('./more-icons.ts').then(({ moreIcons }) => (icons = { ...firstIcons, ...moreIcons }))

/** An icon that screens and services may name. One with another name shows as a sheet of paper. */
export const iconOf = (name: string): string =>
  (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? fileText
