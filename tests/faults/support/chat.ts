/** A page with one message box that takes pictures by paste, and counts them. */
export const CHAT = `<!doctype html><meta charset="utf-8"><title>A chat</title>
<h1>A chat</h1>
<div id="box" role="textbox" contenteditable="true" style="min-height: 60px; border: 1px solid"></div>
<script>
  box.addEventListener('paste', (event) => {
    for (const file of event.clipboardData.files) {
      event.preventDefault();
      const image = Object.assign(new Image(), { alt: file.name, height: 40, src: URL.createObjectURL(file) });
      box.append(image);
    }
  });
</script>`;
