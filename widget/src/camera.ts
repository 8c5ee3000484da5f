/** How often a picture of the camera is searched for a code. */
const LOOK_EVERY_MS = 200;
/** Wide enough for a code held before a camera, and quick to search. */
const WIDTH = 640;

/** What finds codes in a picture: the browser's own, or one in JavaScript. */
interface Detector {
  detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
type DetectorClass = {
  new (options: { formats: 'qr_code'[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/**
 * Shows the camera in `video` and resolves with the text of the first QR code that is held before it. The pictures
 * stay on this device. The camera is off again when the promise ends.
 *
 * Rejects with the browser's reason when there is no camera or it may not be used, and with the signal's when that
 * is aborted.
 */
export async function scanCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
  try {
    signal.throwIfAborted();
    video.srcObject = stream;
    const [detector] = await Promise.all([loadDetector(), video.play()]);
    const canvas = document.createElement('canvas');
    for (;;) {
      signal.throwIfAborted();
      const text = await readPicture(video, canvas, detector);
      if (text !== undefined) return text;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    video.srcObject = null;
    for (const track of stream.getTracks()) track.stop();
  }
}

async function readPicture(video: HTMLVideoElement, canvas: HTMLCanvasElement, detector: Detector): Promise<string | undefined> {
  if (video.videoWidth === 0) return undefined;
  canvas.width = Math.min(WIDTH, video.videoWidth);
  canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const codes = await detector.detect(canvas);
  return codes.map(({ rawValue }) => rawValue).find((text) => text !== '');
}

/** The browser's own detector where it reads QR codes; otherwise one that is loaded now, and not before. */
async function loadDetector(): Promise<Detector> {
  const native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats = (await native?.getSupportedFormats().catch(() => [])) ?? [];
  if (native !== undefined && formats.includes('qr_code')) return new native({ formats: ['qr_code'] });
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}
