/** The places of the internet that a person goes to, and what lies there. */
import { chat } from '../../browser/panel/stage-pages.ts';
import type { Internet } from './internet.ts';

export const CHAT = 'http://chat.test/';
export const PICTURES = {
  clicked: 'http://pictures.test/clicked.jpg',
  listed: 'http://listed.test/listed.jpg',
} as const;
/** In imgflip's place. */
export const TEMPLATES = { list: 'http://templates.test/get_memes', picture: 'http://templates.test/1.jpg' } as const;

export interface Pictures {
  readonly clicked: Buffer;
  readonly listed: Buffer;
  readonly template: Buffer;
  /** A file of the person's own. */
  readonly file: Buffer;
}

export function furnish(internet: Internet, { clicked, listed, template }: Pictures): void {
  internet.put(
    CHAT,
    'text/html; charset=utf-8',
    `<!doctype html><title>Chat</title>${chat}<img src="${PICTURES.clicked}">`,
  );
  internet.put(PICTURES.clicked, 'image/jpeg', clicked);
  internet.put(PICTURES.listed, 'image/jpeg', listed);
  internet.put(TEMPLATES.picture, 'image/jpeg', template);
  const about = { id: '1', name: 'Template', url: TEMPLATES.picture, width: 640, height: 480, box_count: 2 };
  internet.put(TEMPLATES.list, 'application/json', JSON.stringify({ success: true, data: { memes: [about] } }));
}
