import {
  Baby,
  CircleQuestionMark,
  FingerprintPattern,
  IdCard,
  Mail,
  PackageCheck,
  ScrollText,
  Truck,
  User,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Pictogram as PictogramName } from '../../shared/office.ts'

/** The picture of a service, as tall as the words around it. Decoration: the service's name always stands beside it. */
export function Pictogram({ name }: { readonly name: PictogramName }) {
  const Icon = icons[name]
  return <Icon aria-hidden="true" focusable="false" width="1em" height="1em" strokeWidth={2} />
}

const icons: Readonly<Record<PictogramName, LucideIcon>> = {
  fingerprint: FingerprintPattern,
  'id-card': IdCard,
  family: Users,
  letter: Mail,
  certificate: ScrollText,
  moving: Truck,
  'pick-up': PackageCheck,
  person: User,
  child: Baby,
  help: CircleQuestionMark,
}
