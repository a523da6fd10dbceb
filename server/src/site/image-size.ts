import { imageSize } from 'image-size';

/** The size of a picture in pixels, as it is shown: turned where the camera was. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size from the beginning of a picture; `undefined` for anything else, or a broken one. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
