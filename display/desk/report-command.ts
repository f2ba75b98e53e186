import type { CommandOf } from '../../shared/commands.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { DeskNotice, DeskScheduled } from '../../shared/views/desk.ts'
import type { DeskKey } from './desk-context.ts'
import type { NoticeDraft } from './notice-draft.ts'

/** What is being written: a new notice, a standing one anew, or one that is set for later. */
export type ReportTarget =
  | { readonly kind: 'new' }
  | { readonly kind: 'standing'; readonly notice: DeskNotice }
  | { readonly kind: 'planned'; readonly notice: DeskScheduled }

/** The command that the button of the form gives. */
export function commandFor(
  target: ReportTarget,
  { raiseAt }: Pick<NoticeDraft, 'raiseAt'>,
  content: NoticeContent,
): CommandOf<'RaiseNotice' | 'UpdateNotice' | 'ScheduleNotice' | 'RescheduleNotice'> {
  switch (target.kind) {
    case 'new':
      return raiseAt === null ? { type: 'RaiseNotice', content } : { type: 'ScheduleNotice', content, raiseAt }
    case 'standing':
      return { type: 'UpdateNotice', notice: target.notice.id, content }
    case 'planned':
      return {
        type: 'RescheduleNotice',
        notice: target.notice.id,
        content,
        raiseAt: raiseAt ?? target.notice.raiseAt,
      }
    default:
      return target satisfies never
  }
}

/** What the form and its button are called. */
export function labelsFor(
  target: ReportTarget,
  { raiseAt }: Pick<NoticeDraft, 'raiseAt'>,
): { readonly title: DeskKey; readonly button: DeskKey } {
  switch (target.kind) {
    case 'new':
      return { title: 'report', button: raiseAt === null ? 'raise' : 'set_for_later' }
    case 'standing':
      return { title: 'update_heading', button: 'show_update' }
    case 'planned':
      return { title: 'replan_heading', button: 'keep_change' }
    default:
      return target satisfies never
  }
}
