import Accessibility from '@lucide/svelte/icons/accessibility'
import Armchair from '@lucide/svelte/icons/armchair'
import ArrowLeft from '@lucide/svelte/icons/arrow-left'
import ArrowRight from '@lucide/svelte/icons/arrow-right'
import Backpack from '@lucide/svelte/icons/backpack'
import BadgeCheck from '@lucide/svelte/icons/badge-check'
import Banknote from '@lucide/svelte/icons/banknote'
import Building2 from '@lucide/svelte/icons/building-2'
import Bus from '@lucide/svelte/icons/bus'
import Calendar from '@lucide/svelte/icons/calendar'
import CalendarDays from '@lucide/svelte/icons/calendar-days'
import CalendarPlus from '@lucide/svelte/icons/calendar-plus'
import Caravan from '@lucide/svelte/icons/caravan'
import Cat from '@lucide/svelte/icons/cat'
import Check from '@lucide/svelte/icons/check'
import ChevronLeft from '@lucide/svelte/icons/chevron-left'
import ChevronRight from '@lucide/svelte/icons/chevron-right'
import CircleAlert from '@lucide/svelte/icons/circle-alert'
import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleOff from '@lucide/svelte/icons/circle-off'
import Clock from '@lucide/svelte/icons/clock'
import Contrast from '@lucide/svelte/icons/contrast'
import CreditCard from '@lucide/svelte/icons/credit-card'
import Delete from '@lucide/svelte/icons/delete'
import Dog from '@lucide/svelte/icons/dog'
import FileText from '@lucide/svelte/icons/file-text'
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
import Landmark from '@lucide/svelte/icons/landmark'
import Languages from '@lucide/svelte/icons/languages'
import Mail from '@lucide/svelte/icons/mail'
import Medal from '@lucide/svelte/icons/medal'
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark'
import Minus from '@lucide/svelte/icons/minus'
import MoveDown from '@lucide/svelte/icons/move-down'
import PawPrint from '@lucide/svelte/icons/paw-print'
import Pencil from '@lucide/svelte/icons/pencil'
import Plus from '@lucide/svelte/icons/plus'
import Printer from '@lucide/svelte/icons/printer'
import RefreshCw from '@lucide/svelte/icons/refresh-cw'
import RotateCcw from '@lucide/svelte/icons/rotate-ccw'
import SearchX from '@lucide/svelte/icons/search-x'
import Smartphone from '@lucide/svelte/icons/smartphone'
import Stethoscope from '@lucide/svelte/icons/stethoscope'
import Store from '@lucide/svelte/icons/store'
import Sun from '@lucide/svelte/icons/sun'
import Syringe from '@lucide/svelte/icons/syringe'
import Tag from '@lucide/svelte/icons/tag'
import Ticket from '@lucide/svelte/icons/ticket'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import Truck from '@lucide/svelte/icons/truck'
import Type from '@lucide/svelte/icons/type'
import Unlink from '@lucide/svelte/icons/unlink'
import User from '@lucide/svelte/icons/user'
import UserRound from '@lucide/svelte/icons/user-round'
import Users from '@lucide/svelte/icons/users'
import Volume2 from '@lucide/svelte/icons/volume-2'
import WifiOff from '@lucide/svelte/icons/wifi-off'
import X from '@lucide/svelte/icons/x'
import type { LucideIcon } from '@lucide/svelte'

/** The icons that screens and services may name, by their lucide name. A service with another name shows as a sheet of paper. */
const icons: Readonly<Record<string, LucideIcon>> = {
  accessibility: Accessibility,
  armchair: Armchair,
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  backpack: Backpack,
  'badge-check': BadgeCheck,
  banknote: Banknote,
  'building-2': Building2,
  bus: Bus,
  'calendar-days': CalendarDays,
  'calendar-plus': CalendarPlus,
  calendar: Calendar,
  caravan: Caravan,
  cat: Cat,
  check: Check,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'circle-alert': CircleAlert,
  'circle-check': CircleCheck,
  'circle-off': CircleOff,
  clock: Clock,
  contrast: Contrast,
  'credit-card': CreditCard,
  delete: Delete,
  dog: Dog,
  'file-text': FileText,
  'flower-2': Flower2,
  'folder-clock': FolderClock,
  gavel: Gavel,
  'graduation-cap': GraduationCap,
  hand: Hand,
  'heart-handshake': HeartHandshake,
  heart: Heart,
  house: House,
  'id-card': IdCard,
  info: Info,
  'key-round': KeyRound,
  landmark: Landmark,
  languages: Languages,
  mail: Mail,
  medal: Medal,
  'message-circle-question-mark': MessageCircleQuestionMark,
  minus: Minus,
  'move-down': MoveDown,
  'paw-print': PawPrint,
  pencil: Pencil,
  plus: Plus,
  printer: Printer,
  'refresh-cw': RefreshCw,
  'rotate-ccw': RotateCcw,
  'search-x': SearchX,
  smartphone: Smartphone,
  stethoscope: Stethoscope,
  store: Store,
  sun: Sun,
  syringe: Syringe,
  tag: Tag,
  ticket: Ticket,
  'triangle-alert': TriangleAlert,
  truck: Truck,
  type: Type,
  unlink: Unlink,
  'user-round': UserRound,
  user: User,
  users: Users,
  'volume-2': Volume2,
  'wifi-off': WifiOff,
  x: X,
}

export const iconOf = (name: string): LucideIcon =>
  (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? FileText
