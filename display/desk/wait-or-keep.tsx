import type { NoticeContent } from '../../shared/notice.ts'
import type { DeskNotice } from '../../shared/views/desk.ts'
import { Choices } from './choices.tsx'
import { useDesk } from './desk-context.ts'
import { withWaiting } from './draft-content.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** Whether the people of a notice keep their place uncalled until it is over, or are called as always. One tap. */
export function WaitOrKeep({
  notice,
  onDone,
}: {
  readonly notice: DeskNotice
  readonly onDone: (sentence: string) => void
}) {
  const { say, now, when, live, give } = useDesk()
  const orders = useOrders()
  const choose = async (waiting: NoticeContent['waiting']) => {
    if (!live || waiting === notice.waiting) return
    const content = withWaiting(notice.content, waiting, now)
    const done = await orders.press(`waiting-${waiting}`, () =>
      give({ type: 'UpdateNotice', notice: notice.id, content }),
    )
    if (!done) return
    const promisedAnew = content.nextNews !== null && content.nextNews !== notice.nextNews
    onDone(promisedAnew ? say('news_at', { time: when(content.nextNews) }) : say('screens_say_it'))
  }
  return (
    <>
      <Choices
        legend={say('what_becomes_of_them')}
        options={[
          { value: 'hold', label: say('hold_them'), more: say('hold_them_more') },
          { value: 'keep', label: say('keep_calling'), more: say('keep_calling_more') },
        ]}
        value={notice.waiting}
        onChoose={(waiting) => void choose(waiting)}
      />
      <ProblemAlert problem={orders.problem} />
    </>
  )
}
