/** Pages to open the panel in. */

const LOOK = `<style>
  body { margin: 0; font: 16px sans-serif; background: Canvas; color-scheme: light dark; }
  .box { position: fixed; left: 280px; right: 24px; bottom: 24px; height: 56px; padding: 8px; border: 1px solid #8896;
    border-radius: 8px; font: inherit; box-sizing: border-box; }
  @media (max-width: 600px) { .box { left: 12px; right: 12px; } }
</style><h1>Chat</h1>`;

/** Shows pasted pictures, and keeps what they are in `window.taken`. */
const TAKES = `<script>
  window.taken = [];
  document.addEventListener('paste', (event) => {
    const file = event.clipboardData.files[0];
    if (!file) return;
    event.preventDefault();
    const image = new Image();
    image.src = URL.createObjectURL(file);
    document.querySelector('.box').after(image);
    window.taken.push({ size: file.size, type: file.type });
  });
</script>`;

export const chat = `${LOOK}<div class="box" id="box" contenteditable="true" role="textbox">hello world</div>${TAKES}`;
export const chatWithField = `${LOOK}<textarea class="box" id="box">hello world</textarea>${TAKES}`;
export const chatAtTheTop = chat.replace('bottom: 24px', 'top: 24px');
export const noComposer = `${LOOK}<p>Nothing to write in.</p>`;
/** The message is written in a frame of the same origin; the page around it has a box too, which is not used. */
export const chatInFrame = (address: string): string =>
  `${LOOK}<style>.around { top: 24px; bottom: auto; } iframe { position: fixed; left: 280px; right: 24px; bottom: 0;
    width: 600px; height: 140px; border: 0; }</style>
  <div class="box around" id="around" contenteditable="true" role="textbox">around</div>
  <iframe src="${address}"></iframe>${TAKES}`;
/** As `chat`, in a small frame. */
export const framedChat = chat.replace('left: 280px; right: 24px;', 'left: 0; right: 0;').replace('<h1>Chat</h1>', '');
/** Nothing in it takes a picture. */
export const deafChat = `${LOOK}<textarea class="box" id="box">hello world</textarea>`;
/** A policy that allows no frames; `window.broken` has what was broken of it. */
export const strictChat =
  '<script>window.broken = []; ' +
  'addEventListener("securitypolicyviolation", (event) => window.broken.push(event.violatedDirective))</script>' +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">${LOOK}` +
  '<div class="box" id="box" contenteditable="true" role="textbox">hello world</div>';
