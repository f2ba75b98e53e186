import { Component, type ReactNode } from 'react'

/**
 * Empties the page when anything in it throws, whatever draws it, so that the page sees it and comes back by itself
 * (`offline-page.ts`): a board that stands still with old numbers would be worse than none.
 */
export class EmptyOnFault extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? null : this.props.children
  }
}
