// @ts-check
// Paints a picture that the server has drawn, and saves it. Loaded when somebody asks for one.

/** Browsers refuse canvases that are larger; phones do so earlier, which is noticed when there is nothing to save. */
const longestSide = 16_384;
const mostPixels = 100_000_000;
const sharpest = 2;
const leastLegible = 0.4;

/** @param {string} address of the SVG @param {string} name of the file @returns {Promise<string>} what to say about it */
export async function paint(address, name) {
  const drawing = new Image();
  drawing.src = address;
  await drawing.decode();
  const { naturalWidth: width, naturalHeight: height } = drawing;
  const tooLarge = `This picture is ${width} by ${height} points, too large for a PNG that can be read. Save it as SVG, or save what is in view.`;
  const scale = Math.min(sharpest, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  if (scale < leastLegible) return tooLarge;
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext("2d")?.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const file = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!file) return tooLarge;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has to read it first.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return `Saved: ${canvas.width} by ${canvas.height} pixels.`;
}
