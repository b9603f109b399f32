import { Component, type ReactNode } from 'react';

/** A defect of ours must not leave a blank frame in somebody's Jira. */
export class ErrorBoundary extends Component<
  { children: ReactNode; fallback: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
