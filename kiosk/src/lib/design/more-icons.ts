import Accessibility from '@lucide/svelte/icons/accessibility'
import Armchair from '@lucide/svelte/icons/armchair'
import ArrowLeft from '@lucide/svelte/icons/arrow-left'
import Backpack from '@lucide/svelte/icons/backpack'
import BadgeCheck from '@lucide/svelte/icons/badge-check'
import Banknote from '@lucide/svelte/icons/banknote'
import Building2 from '@lucide/svelte/icons/building-2'
import Calendar from '@lucide/svelte/icons/calendar'
import CalendarDays from '@lucide/svelte/icons/calendar-days'
import CalendarPlus from '@lucide/svelte/icons/calendar-plus'
import Caravan from '@lucide/svelte/icons/caravan'
import Cat from '@lucide/svelte/icons/cat'
import Check from '@lucide/svelte/icons/check'
import ChevronLeft from '@lucide/svelte/icons/chevron-left'
import ChevronRight from '@lucide/svelte/icons/chevron-right'
import CircleAlert from '@lucide/svelte/icons/circle-alert'
import CircleOff from '@lucide/svelte/icons/circle-off'
import CreditCard from '@lucide/svelte/icons/credit-card'
import Delete from '@lucide/svelte/icons/delete'
import Flower2 from '@lucide/svelte/icons/flower-2'
import FolderClock from '@lucide/svelte/icons/folder-clock'
import Gavel from '@lucide/svelte/icons/gavel'
import GraduationCap from '@lucide/svelte/icons/graduation-cap'
import Hand from '@lucide/svelte/icons/hand'
import Heart from '@lucide/svelte/icons/heart'
import HeartHandshake from '@lucide/svelte/icons/heart-handshake'
import House from '@lucide/svelte/icons/house'
import IdCard from '@lucide/svelte/icons/id-card'
import Info from '@lucide/svelte/icons/info'
import KeyRound from '@lucide/svelte/icons/key-round'
import Mail from '@lucide/svelte/icons/mail'
import Medal from '@lucide/svelte/icons/medal'
import Minus from '@lucide/svelte/icons/minus'
import PawPrint from '@lucide/svelte/icons/paw-print'
import Pencil from '@lucide/svelte/icons/pencil'
import Plus from '@lucide/svelte/icons/plus'
import Printer from '@lucide/svelte/icons/printer'
import RefreshCw from '@lucide/svelte/icons/refresh-cw'
import SearchX from '@lucide/svelte/icons/search-x'
import Smartphone from '@lucide/svelte/icons/smartphone'
import Stethoscope from '@lucide/svelte/icons/stethoscope'
import Sun from '@lucide/svelte/icons/sun'
import Syringe from '@lucide/svelte/icons/syringe'
import Tag from '@lucide/svelte/icons/tag'
import Ticket from '@lucide/svelte/icons/ticket'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import Truck from '@lucide/svelte/icons/truck'
import Unlink from '@lucide/svelte/icons/unlink'
import User from '@lucide/svelte/icons/user'
import UserRound from '@lucide/svelte/icons/user-round'
import Users from '@lucide/svelte/icons/users'
import X from '@lucide/svelte/icons/x'
import type { LucideIcon } from '@lucide/svelte'

/** All that no first screen needs, by their lucide name. */
export const moreIcons: Readonly<Record<string, LucideIcon>> = {
  accessibility: Accessibility,
  armchair: Armchair,
  'arrow-left': ArrowLeft,
  backpack: Backpack,
  'badge-check': BadgeCheck,
  banknote: Banknote,
  'building-2': Building2,
  calendar: Calendar,
  'calendar-days': CalendarDays,
  'calendar-plus': CalendarPlus,
  caravan: Caravan,
  cat: Cat,
  check: Check,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'circle-alert': CircleAlert,
  'circle-off': CircleOff,
  'credit-card': CreditCard,
  delete: Delete,
  'flower-2': Flower2,
  'folder-clock': FolderClock,
  gavel: Gavel,
  'graduation-cap': GraduationCap,
  hand: Hand,
  heart: Heart,
  'heart-handshake': HeartHandshake,
  house: House,
  'id-card': IdCard,
  info: Info,
  'key-round': KeyRound,
  mail: Mail,
  medal: Medal,
  minus: Minus,
  'paw-print': PawPrint,
  pencil: Pencil,
  plus: Plus,
  printer: Printer,
  'refresh-cw': RefreshCw,
  'search-x': SearchX,
  smartphone: Smartphone,
  stethoscope: Stethoscope,
  sun: Sun,
  syringe: Syringe,
  tag: Tag,
  ticket: Ticket,
  'triangle-alert': TriangleAlert,
  truck: Truck,
  unlink: Unlink,
  user: User,
  'user-round': UserRound,
  users: Users,
  x: X,
}
