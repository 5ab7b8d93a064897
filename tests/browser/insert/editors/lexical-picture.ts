import { DecoratorNode, type LexicalNode, type NodeKey } from 'lexical';

/** A picture within the text. */
export class PictureNode extends DecoratorNode<null> {
  readonly #src: string;
  readonly #alt: string;

  constructor(src = '', alt = '', key?: NodeKey) {
    super(key);
    this.#src = src;
    this.#alt = alt;
  }

  static override getType(): string {
    return 'picture';
  }

  static override clone(node: PictureNode): PictureNode {
    return new PictureNode(node.#src, node.#alt, node.__key);
  }

  override createDOM(): HTMLElement {
    const picture = document.createElement('img');
    picture.src = this.#src;
    picture.alt = this.#alt;
    return picture;
  }

  override updateDOM(): boolean {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

export const $createPictureNode = (src: string, alt: string): LexicalNode => new PictureNode(src, alt);
