import type { ReactElement } from 'react'
import type { Language } from '../../shared/language.ts'
import { Lobby } from './lobby-example.tsx'
import {
  called,
  early,
  full,
  hours,
  longNames,
  morning,
  planned,
  recovered,
  thirtyCounters,
  unconfirmed,
  closedByNotice,
  wholeOffice,
  withNotices,
} from './lobby-scenarios.ts'
import { exampleSlide, longestSlide, tallPicture, widePicture } from './media-files.ts'
import { morningAt } from './notices.ts'
import { Scenario } from './scenario.ts'

/** The lobby TV in every state that must look right. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  empty: (language) => <Lobby scenario={morning()} language={language} />,
  'one-call': (language) => <Lobby scenario={called(1)} language={language} minutes={2} />,
  busy: (language) => <Lobby scenario={called(9)} language={language} minutes={30} />,
  'one-notice': (language) => <Lobby scenario={withNotices(called(6), 1)} language={language} minutes={30} />,
  'two-notices': (language) => <Lobby scenario={withNotices(called(6), 2)} language={language} minutes={30} />,
  'three-notices': (language) => <Lobby scenario={withNotices(called(6), 3)} language={language} minutes={30} />,
  'four-notices': (language) => <Lobby scenario={withNotices(called(6), 4)} language={language} minutes={30} />,
  'six-notices': (language) => <Lobby scenario={withNotices(called(6), 6)} language={language} minutes={30} />,
  'news-overdue': (language) => <Lobby scenario={withNotices(called(6), 1)} language={language} minutes={240} />,
  'closed-by-notice': (language) => <Lobby scenario={closedByNotice()} language={language} minutes={30} />,
  'whole-office': (language) => <Lobby scenario={wholeOffice()} language={language} minutes={30} />,
  'long-names': (language) => <Lobby scenario={longNames()} language={language} minutes={10} />,
  'thirty-counters': (language) => <Lobby scenario={thirtyCounters()} language={language} minutes={10} />,
  connecting: (language) => <Lobby scenario={morning()} language={language} freshness="connecting" />,
  quiet: (language) => <Lobby scenario={called(6)} language={language} minutes={20} freshness="quiet" />,
  old: (language) => <Lobby scenario={called(6)} language={language} minutes={20} freshness="old" />,
  silent: (language) => <Lobby scenario={called(6)} language={language} minutes={20} freshness="silent" />,
  'silent-with-notices': (language) => (
    <Lobby scenario={withNotices(called(6), 2)} language={language} minutes={30} freshness="silent" />
  ),
  'before-opening': (language) => <Lobby scenario={new Scenario(morningAt(7, 40), hours)} language={language} />,
  night: (language) => <Lobby scenario={new Scenario(morningAt(23), hours)} language={language} />,
  early: (language) => <Lobby scenario={early()} language={language} minutes={20} />,
  unconfirmed: (language) => <Lobby scenario={unconfirmed()} language={language} minutes={20} />,
  recovered: (language) => <Lobby scenario={recovered(1)} language={language} minutes={40} />,
  'recovered-in-part': (language) => <Lobby scenario={recovered(2)} language={language} minutes={40} />,
  'three-recovered': (language) => <Lobby scenario={recovered(3, 3)} language={language} minutes={40} />,
  planned: (language) => <Lobby scenario={planned(called(6))} language={language} minutes={30} />,
  full: (language) => <Lobby scenario={full()} language={language} minutes={20} />,
  'sound-off': (language) => <Lobby scenario={called(3)} language={language} minutes={20} soundIsOff />,
  'not-paired': (language) => <Lobby scenario={called(3)} language={language} minutes={20} pairingCode="KRTX-9H4W" />,
  'media-picture': (language) => <Lobby scenario={called(6)} language={language} minutes={20} media={widePicture} />,
  'media-tall-picture': (language) => (
    <Lobby scenario={called(6)} language={language} minutes={20} media={tallPicture} />
  ),
  'media-slide': (language) => <Lobby scenario={called(6)} language={language} minutes={20} media={exampleSlide} />,
  // With as much as may stand beside it.
  'media-long-slide': (language) => (
    <Lobby scenario={planned(called(6))} language={language} minutes={20} media={longestSlide} />
  ),
  'media-no-calls': (language) => <Lobby scenario={morning()} language={language} media={exampleSlide} />,
  // The place is not lent: the number stays where it is.
  'media-with-notice': (language) => (
    <Lobby scenario={withNotices(called(6), 1)} language={language} minutes={30} media={widePicture} />
  ),
}
