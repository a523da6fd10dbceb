import { describe, expect, it } from 'vitest';
import { videoPlayer, videoSource } from '../../server/src/preview/video.ts';

describe('the player of an address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc', 'https://www.youtube.com/embed/abc'],
    ['https://www.youtube.com/watch/?v=abc', 'https://www.youtube.com/embed/abc'],
    [
      'https://youtube.com/watch?v=abc&t=10&list=x',
      'https://youtube.com/embed/abc?list=x&start=10',
    ],
    ['https://youtu.be/abc', 'https://www.youtube.com/embed/abc'],
    ['https://youtu.be/abc?t=10', 'https://www.youtube.com/embed/abc?start=10'],
    ['https://youtu.be/abc?si=a+b', 'https://www.youtube.com/embed/abc?si=a%20b'],
    ['https://www.youtube.com/embed/abc?rel=0', 'https://www.youtube.com/embed/abc?rel=0'],
    ['https://www.youtube-nocookie.com/embed/abc', 'https://www.youtube-nocookie.com/embed/abc'],
    ['https://www.youtube.com/shorts/abc', 'https://www.youtube.com/embed/abc'],
    [
      'https://www.youtube.com/playlist?list=abc',
      'https://www.youtube.com/embed/videoseries?list=abc',
    ],
    [
      'https://www.youtube.com/embed/videoseries?list=abc',
      'https://www.youtube.com/embed/videoseries?list=abc',
    ],
    ['https://vimeo.com/123', 'https://player.vimeo.com/video/123'],
    ['https://vimeo.com/channels/staff/123', 'https://player.vimeo.com/video/123'],
    ['https://player.vimeo.com/video/123?h=x', 'https://player.vimeo.com/video/123?h=x'],
  ])('%s is %s', (address, player) => {
    expect(videoSource(address)).toEqual({ kind: 'embed', address: player });
  });

  it.each([
    ['https://example.org/a.MP4', 'video/mp4'],
    ['content/1_a/clip.webm', 'video/webm'],
    ['https://example.org/a.mov', 'video/quicktime'],
  ])('%s is a file of type %s', (address, mime) => {
    expect(videoSource(address)).toEqual({ kind: 'file', address, mime });
  });

  it.each([
    '',
    'https://example.org/a.mp4?x=1',
    'https://example.org/a.ogg',
    'https://example.org/',
    'https://www.youtube.com/live/abc',
    'https://www.youtube.com/@channel',
    'https://www.youtube.com/watch',
    'https://www.youtube.com/watch?v=a%20b',
    'www.youtube.com/watch?v=abc',
    'https://vimeo.com/123/hash',
    'https://vimeo.com/abc',
    'https://example.org/vimeo/123',
    'javascript:youtu.be/abc',
  ])('%s has none', (address) => {
    expect(videoSource(address)).toBeUndefined();
  });

  it('keeps attributes in alphabetical order and escapes them', () => {
    const player = videoPlayer('a"b.mp4', {
      muted: true,
      loop: false,
      poster: '"',
      autoplay: true,
    });
    expect(player?.html).toBe(
      '<video autoplay muted poster="&quot;"><source src="a&quot;b.mp4" type="video/mp4"></video>',
    );
  });
});
