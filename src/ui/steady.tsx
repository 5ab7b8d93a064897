import { Component, type FunctionComponent, type JSX } from 'preact';

/**
 * A component that is drawn again only when one of its props is another than before, or by its own state: for the
 * parts of a list that is drawn anew with every step of scrolling.
 */
export function steady<P extends object>(View: FunctionComponent<P>): new (props: P) => Component<P> {
  return class Steady extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props;
      const keys = Object.keys({ ...before, ...next }) as (keyof P)[];
      return keys.some((key) => before[key] !== next[key]);
    }

    render(props: P): JSX.Element {
      return <View {...props} />;
    }
  };
}
