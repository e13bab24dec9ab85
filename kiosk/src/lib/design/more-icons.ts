import accessibility from 'lucide-static/icons/accessibility.svg?raw'
import armchair from 'lucide-static/icons/armchair.svg?raw'
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import backpack from 'lucide-static/icons/backpack.svg?raw'
import badgeCheck from 'lucide-static/icons/badge-check.svg?raw'
import banknote from 'lucide-static/icons/banknote.svg?raw'
import building2 from 'lucide-static/icons/building-2.svg?raw'
import calendar from 'lucide-static/icons/calendar.svg?raw'
import calendarDays from 'lucide-static/icons/calendar-days.svg?raw'
import calendarPlus from 'lucide-static/icons/calendar-plus.svg?raw'
import caravan from 'lucide-static/icons/caravan.svg?raw'
import cat from 'lucide-static/icons/cat.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw'
import circleOff from 'lucide-static/icons/circle-off.svg?raw'
import creditCard from 'lucide-static/icons/credit-card.svg?raw'
import erase from 'lucide-static/icons/delete.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import flower2 from 'lucide-static/icons/flower-2.svg?raw'
import folderClock from 'lucide-static/icons/folder-clock.svg?raw'
import gauge from 'lucide-static/icons/gauge.svg?raw'
import gavel from 'lucide-static/icons/gavel.svg?raw'
import graduationCap from 'lucide-static/icons/graduation-cap.svg?raw'
import hand from 'lucide-static/icons/hand.svg?raw'
import heart from 'lucide-static/icons/heart.svg?raw'
import heartHandshake from 'lucide-static/icons/heart-handshake.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import idCard from 'lucide-static/icons/id-card.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import keyRound from 'lucide-static/icons/key-round.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import medal from 'lucide-static/icons/medal.svg?raw'
import minus from 'lucide-static/icons/minus.svg?raw'
import pause from 'lucide-static/icons/pause.svg?raw'
import pawPrint from 'lucide-static/icons/paw-print.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import play from 'lucide-static/icons/play.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw'
import repeat from 'lucide-static/icons/repeat.svg?raw'
import searchX from 'lucide-static/icons/search-x.svg?raw'
import smartphone from 'lucide-static/icons/smartphone.svg?raw'
import stethoscope from 'lucide-static/icons/stethoscope.svg?raw'
import sun from 'lucide-static/icons/sun.svg?raw'
import syringe from 'lucide-static/icons/syringe.svg?raw'
import tag from 'lucide-static/icons/tag.svg?raw'
import ticket from 'lucide-static/icons/ticket.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import truck from 'lucide-static/icons/truck.svg?raw'
import unlink from 'lucide-static/icons/unlink.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import userRound from 'lucide-static/icons/user-round.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import volume1 from 'lucide-static/icons/volume-1.svg?raw'
import x from 'lucide-static/icons/x.svg?raw'

/** All that no first screen needs, by their lucide name. */
export const moreIcons: Readonly<Record<string, string>> = {
  accessibility,
  armchair,
  'arrow-left': arrowLeft,
  backpack,
  'badge-check': badgeCheck,
  banknote,
  'building-2': building2,
  calendar,
  'calendar-days': calendarDays,
  'calendar-plus': calendarPlus,
  caravan,
  cat,
  check,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-alert': circleAlert,
  'circle-off': circleOff,
  'credit-card': creditCard,
  delete: erase,
  'eye-off': eyeOff,
  'flower-2': flower2,
  'folder-clock': folderClock,
  gauge,
  gavel,
  'graduation-cap': graduationCap,
  hand,
  heart,
  'heart-handshake': heartHandshake,
  house,
  'id-card': idCard,
  info,
  'key-round': keyRound,
  mail,
  medal,
  minus,
  pause,
  'paw-print': pawPrint,
  pencil,
  play,
  plus,
  printer,
  'refresh-cw': refreshCw,
  repeat,
  'search-x': searchX,
  smartphone,
  stethoscope,
  sun,
  syringe,
  tag,
  ticket,
  'triangle-alert': triangleAlert,
  truck,
  unlink,
  user,
  'user-round': userRound,
  users,
  'volume-1': volume1,
  x,
}
