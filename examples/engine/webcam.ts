/** The camera's picture, again and again, as often as the page is drawn. @throws when there is no camera or no permission */
export async function* frames(): AsyncGenerator<HTMLVideoElement, void> {
  const video = document.createElement('video');
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 }, audio: false });
  video.muted = true;
  await video.play();
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    yield video;
  }
}
