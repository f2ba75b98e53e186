import type { ReactElement } from 'react'
import type { Language } from '../../shared/language.ts'
import { mediaLimits } from '../../shared/media.ts'
import { DeskExample } from './desk-example.tsx'
import { exampleMedia, exampleSlide, exampleTroubles, widePicture } from './media-files.ts'
import { mediaWays } from './media-ways.ts'

/** A desk whose office has pictures, videos and slides for its TVs. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  media: (language) => (
    <DeskExample language={language} supervisor={false} media={mediaWays({ items: exampleMedia, troubles: [] })} />
  ),
  'media-empty': (language) => <DeskExample language={language} media={mediaWays({ items: [], troubles: [] })} />,
  'media-trouble': (language) => (
    <DeskExample
      language={language}
      media={mediaWays({ items: [widePicture, exampleSlide], troubles: exampleTroubles }, 'disk-nearly-full')}
    />
  ),
  'media-full': (language) => <DeskExample language={language} media={mediaWays({ items: thirty, troubles: [] })} />,
  'media-not-known': (language) => <DeskExample language={language} media={mediaWays(null)} />,
}

const thirty = Array.from({ length: mediaLimits.items }, (_, i) => ({ ...widePicture, id: `gambar-${i + 1}.jpg` }))
